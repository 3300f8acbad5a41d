import { DoctorModel } from '@health-connect/api/db/accounts';
import { inTurn, requestsPerSecond } from './load.js';
import { doctors, typicalWeek } from './people.js';
import { serveReference } from './processes.js';
import type { Figure } from './report.js';
import type { Fixtures } from './fixtures.js';

/** P1: the doctor list, 1,000 doctors, page of 20, 32 connections, beside a bare route that sends the same bytes. */
export async function doctorList({ api }: Fixtures): Promise<Figure[]> {
  await DoctorModel.insertMany(doctors(1000, typicalWeek));
  const url = `${api.url}/api/doctors?limit=20`;
  const bytes = await warm(url);
  const bare = await serveReference('express', { BYTES: bytes });
  const rates = await inTurn(
    3,
    () => requestsPerSecond(url, 5),
    () => requestsPerSecond(bare.url, 5),
  );
  await bare.stop();
  return [{ id: 'P1', name: 'doctor list, 1,000 doctors', ...rates, unit: 'req/s', goal: { atLeast: 0.5 } }];
}

// The first answers also fill in the next free times of new doctors; that is not what is measured.
async function warm(url: string): Promise<string> {
  let text = '';
  for (let round = 0; round < 20; round += 1) text = await (await fetch(url)).text();
  return text;
}
