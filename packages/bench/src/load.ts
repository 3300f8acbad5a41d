import autocannon from 'autocannon';

/**
 * Requests per second of GET `url`, or of these `paths` in turn, over 32 connections, after a warm-up. Every answer must
 * be a success.
 */
export async function requestsPerSecond(url: string, seconds: number, paths?: string[]): Promise<number> {
  const load = { url, connections: 32, ...(paths && { requests: paths.map((path) => ({ path })) }) };
  await autocannon({ ...load, duration: 2 });
  const result = await autocannon({ ...load, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return result.requests.average;
}

/** Runs `work` on each item with `width` of them in flight; gives items per second. */
export async function ratePerSecond<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const began = performance.now();
  const lane = async () => {
    while (next < items.length) await work(items[next++]!);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return items.length / ((performance.now() - began) / 1000);
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
};

/** Measures ours and the reference in turn, so that whatever else the machine does hits both. */
export async function inTurn(rounds: number, ours: () => Promise<number>, reference: () => Promise<number>) {
  const measured: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
  for (let round = 0; round < rounds; round += 1) {
    measured.reference.push(await reference());
    measured.ours.push(await ours());
  }
  return { ours: median(measured.ours), reference: median(measured.reference) };
}
