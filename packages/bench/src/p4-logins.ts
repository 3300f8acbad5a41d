import { PatientModel } from '@health-connect/api/db/accounts';
import { hashPassword, stopPasswordWorkers, THE_SERVER } from '@health-connect/api/lib/passwords';
import { patients } from './people.js';
import type { Figure } from './report.js';
import { ORIGIN } from './session.js';
import type { Fixtures } from './fixtures.js';

const PASSWORD = 'correct horse battery';
const LOGINS = 20;
const IDLE_MS = 2000;

/** P4: the server's event-loop delay (99th percentile) while 20 people sign in at once, beside its own idle one. */
export async function logins({ api }: Fixtures): Promise<Figure[]> {
  const people = await PatientModel.insertMany(patients(LOGINS, await hashPassword(PASSWORD, THE_SERVER)));
  await stopPasswordWorkers();
  const signIn = async (email: string) => {
    const reply = await fetch(`${api.url}/api/auth/login`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD, role: 'patient' }),
    });
    if (reply.status !== 200) throw new Error(`A login was refused: ${await reply.text()}`);
  };
  await signIn(people[0]!.email);
  await api.ask('loop');
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const idle = await api.ask<{ p99: number }>('loop');
  await Promise.all(people.map((person) => signIn(person.email)));
  const busy = await api.ask<{ p99: number }>('loop');
  return [
    {
      id: 'P4',
      name: '20 logins at once, event-loop delay p99',
      ours: busy.p99,
      reference: null,
      unit: 'ms',
      goal: { atMost: 25 },
    },
    {
      id: 'P4',
      name: '  the same, idle (for comparison)',
      ours: idle.p99,
      reference: null,
      unit: 'ms',
      goal: { atMost: 25 },
    },
  ];
}
