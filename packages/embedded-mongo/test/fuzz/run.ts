import { Values } from './generate.js';

/** How long each fuzz runs: seconds in every test run, minutes on demand (`FUZZ_SECONDS=600 npm run fuzz`). */
export const FUZZ_SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 60);

/**
 * Runs rounds with seeds that follow each other until the time is over, or only the one in `FUZZ_SEED`. A failure names
 * the seed that brings it back. Returns the number of rounds.
 */
export async function fuzz(share: number, round: (random: Values) => Promise<void> | void): Promise<number> {
  const only = process.env['FUZZ_SEED'];
  const first = only === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(only);
  const end = Date.now() + FUZZ_SECONDS * share * 1000;
  let rounds = 0;
  do {
    const seed = first + rounds++;
    try {
      await round(new Values(seed));
    } catch (error) {
      throw new Error(`FUZZ_SEED=${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  } while (only === undefined && Date.now() < end);
  return rounds;
}
