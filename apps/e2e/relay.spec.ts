import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD } from '@health-connect/contract/demo';
import { expectToSeeAndHear, watchConnections } from './media-proof.js';
import { isInstalled, type Outside, startTurn } from './outside.js';
import { arrive, type Person } from './people.js';
import { startTestServer, type TestServer } from './server.js';

const SECRET = 'a-turn-secret-of-this-test-only';

test.skip(!isInstalled('turnserver'), 'coturn is not installed (Debian: apt-get install coturn)');

let turn: Outside;
let server: TestServer;

test.beforeAll(async () => {
  turn = await startTurn(SECRET);
  server = await startTestServer({
    SEED_DEMO: 'true',
    TURN_URLS: `${turn.url}?transport=udp,${turn.url}?transport=tcp`,
    TURN_SECRET: SECRET,
  });
});
test.afterAll(async () => {
  await server?.stop();
  await turn?.stop();
});

test('CALL-20, CALL-21: a visit goes through the relay alone, with credentials that the server made', async ({
  browser,
}) => {
  const doctor = await enter('Dr. Mereana Te Whatu-Harrington', 'mereana@demo.health', 'doctor');
  const patient = await enter('Camila Ferreira dos Santos', 'camila@demo.health', 'patient');
  const list = await patient.page.request.get('/api/appointments?status=scheduled&limit=100');
  const appointments = ((await list.json()) as { data: { _id: string; can: { join: boolean } }[] }).data;
  const path = `/consult/${appointments.find((appointment) => appointment.can.join)!._id}`;

  for (const { page } of [patient, doctor]) {
    await page.goto(path);
    await page.getByRole('button', { name: 'Join visit' }).click();
  }
  await doctor.page.getByRole('button', { name: 'Let in' }).click();
  await Promise.all([expectToSeeAndHear(doctor.page), expectToSeeAndHear(patient.page)]);
  for (const { page } of [doctor, patient]) expect(await pathsOf(page)).toEqual(['relay-relay']);
  await Promise.all([doctor.context.close(), patient.context.close()]);

  async function enter(name: string, email: string, role: string): Promise<Person> {
    const person = await arrive(browser, { name, timeZone: 'Europe/London', url: server.url });
    await watchConnections(person.page);
    await person.page.addInitScript(() => {
      const Watched = RTCPeerConnection;
      globalThis.RTCPeerConnection = class extends Watched {
        constructor(configuration?: RTCConfiguration) {
          super({ ...configuration, iceTransportPolicy: 'relay' });
        }
      };
    });
    await person.page.request.post('/api/auth/login', {
      headers: { origin: server.url },
      data: { email, password: DEMO_PASSWORD, role },
    });
    return person;
  }
});

/** The kinds of the candidate pairs that carry the visit: ours, theirs. */
function pathsOf(page: Person['page']): Promise<string[]> {
  return page.evaluate(async () => {
    const { connections = [] } = globalThis as { connections?: RTCPeerConnection[] };
    const kinds: string[] = [];
    for (const connection of connections.filter((each) => each.connectionState === 'connected')) {
      const stats = await connection.getStats();
      const entries = [...stats.values()];
      const transport = entries.find((entry) => entry.type === 'transport');
      const pair = stats.get(transport?.selectedCandidatePairId);
      kinds.push(
        `${stats.get(pair?.localCandidateId)?.candidateType}-${stats.get(pair?.remoteCandidateId)?.candidateType}`,
      );
    }
    return kinds;
  });
}
