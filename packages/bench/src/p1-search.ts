import { DoctorModel } from '@health-connect/api/db/accounts';
import { requestsPerSecond } from './load.js';
import { doctors, typicalWeek } from './people.js';
import { serveReference } from './processes.js';
import type { Figure } from './report.js';
import type { Fixtures } from './fixtures.js';

const DOCTORS = 1000;
/** More than a process remembers, so that every search asks the database. */
const NAMES = Array.from({ length: 300 }, (_, index) => `${String.fromCharCode(97 + (index % 26))}${index}`);
const FOUND = [...NAMES, 'cardiology', 'Derm', 'paediatrics', 'psychiatry bench', 'general practice'];
const MISTYPED = [
  ...Array.from({ length: 300 }, (_, index) => `bnech ${index}`),
  'heart',
  'cardiologst',
  'pediatrics',
  'skin',
  'GP',
];

/** Searching 1,000 doctors, 32 connections, every word another: by words that are there, and by lay and mistyped ones. */
export async function doctorSearch({ api }: Fixtures): Promise<Figure[]> {
  const missing = DOCTORS - (await DoctorModel.countDocuments());
  if (missing > 0) await DoctorModel.insertMany(doctors(missing, typicalWeek));
  const list = `${api.url}/api/doctors`;
  const bytes = await (await fetch(`${list}?limit=20&q=cardiology`)).text();
  const bare = await serveReference('express', { BYTES: bytes });
  const reference = await requestsPerSecond(bare.url, 5);
  await bare.stop();
  const figure = async (name: string, words: string[], atLeast: number): Promise<Figure> => ({
    id: 'P1q',
    name,
    ours: await requestsPerSecond(list, 5, words.map(pathOf)),
    reference,
    unit: 'req/s',
    goal: { atLeast },
  });
  return [
    await figure('search of 1,000 doctors, each word another', FOUND, 0.02),
    await figure('the same with typing errors and lay words', MISTYPED, 0.01),
  ];
}

const pathOf = (word: string) => `/api/doctors?limit=20&q=${encodeURIComponent(word)}`;
