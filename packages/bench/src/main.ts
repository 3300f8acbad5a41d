import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import type { Figure } from './report.js';
import { judge, table } from './report.js';
import { buildFixtures, type Fixtures } from './fixtures.js';

const RESULTS = fileURLToPath(new URL('../../../bench-results.json', import.meta.url));

type Bench = (fixtures: Fixtures) => Promise<Figure[]>;

/** Loaded one by one: the API's modules read the environment that buildFixtures sets. */
const benches: Record<string, () => Promise<Bench>> = {
  P1: async () => (await import('./p1-doctor-list.js')).doctorList,
  P1q: async () => (await import('./p1-search.js')).doctorSearch,
  P2: async () => (await import('./p2-slots.js')).slots,
  P3: async () => (await import('./p3-booking.js')).booking,
  P4: async () => (await import('./p4-logins.js')).logins,
  P5: async () => (await import('./p5-relay.js')).relay,
  'FR-3': async () => (await import('./fr3-pictures.js')).pictures,
  P8: async () => (await import('./p8-first-load.js')).firstLoad,
  P8p: async () => (await import('./p8-paint.js')).paint,
};

/** `pnpm bench` runs all; `pnpm bench P3 P5` some. */
async function main(wanted: string[]) {
  const fixtures = await buildFixtures();
  await mongoose.connect(fixtures.mongodbUri);
  const results = [];
  try {
    for (const [id, load] of Object.entries(benches)) {
      if (wanted.length > 0 && !wanted.includes(id)) continue;
      console.log(`${id} …`);
      const bench = await load();
      results.push(...(await bench(fixtures)).map(judge));
    }
  } finally {
    await mongoose.disconnect();
    await fixtures.stop();
  }
  writeFileSync(
    RESULTS,
    `${JSON.stringify({ at: new Date().toISOString(), node: process.version, results }, null, 2)}\n`,
  );
  console.log(`\n${table(results)}\n\nWritten to bench-results.json`);
}

await main(process.argv.slice(2));
process.exit(0);
