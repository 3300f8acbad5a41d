import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedMongo } from '../src/start.js';
import { storeAlone } from './store-alone.js';
import { prepare, rate, type Work } from './workload.js';

/** What the README promises: ours to the store alone, and 100,000 documents to 1,000. */
const GOALS: Record<Work, number> = { insert: 0.1, 'find by id': 0.03, 'find by index': 0.03, findOneAndUpdate: 0.08 };
const FLAT = 0.7;
const SIZES = [1_000, 100_000];
const COUNT = Number(process.env['BENCH_COUNT'] ?? 8_000);
const ROUNDS = 5;

interface Row {
  name: string;
  ours: number;
  reference: number;
  ratio: number;
  goal: number;
  met: boolean;
}

function row(name: string, ours: number, reference: number, goal: number): Row {
  const ratio = ours / reference;
  return {
    name,
    ours: Math.round(ours),
    reference: Math.round(reference),
    ratio: Number(ratio.toFixed(3)),
    goal,
    met: ratio >= goal,
  };
}

/** Memory of a process in MB, where the system tells it. */
function memory(pid: number): number | undefined {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return undefined;
  }
}

/** One database of a size, ready to be measured. */
async function open(parent: string, size: number) {
  const dataDir = mkdtempSync(join(parent, 'bench-'));
  const began = performance.now();
  const mongo = await startEmbeddedMongo({ dataDir });
  const startMs = Math.round(performance.now() - began);
  const { work, close } = await prepare(mongo.uri, size);
  const alone = storeAlone(parent, size);
  const finish = async () => {
    const memoryMb = memory(mongo.pid()!);
    await close();
    await alone.close();
    await mongo.stop();
    const again = performance.now();
    const full = await startEmbeddedMongo({ dataDir });
    const startAgainMs = Math.round(performance.now() - again);
    await full.stop();
    rmSync(dataDir, { recursive: true });
    return { documents: size, startMs, startAgainMs, memoryMb };
  };
  return { size, work, finish, alone, best: { ...NOTHING }, reference: { ...NOTHING } };
}

const NOTHING: Record<Work, number> = { insert: 0, 'find by id': 0, 'find by index': 0, findOneAndUpdate: 0 };

function print(rows: Record<string, unknown>[]): void {
  const names = Object.keys(rows[0]!);
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name])))];
  const widths = names.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  for (const line of lines) process.stdout.write(`${line.map((cell, at) => cell.padEnd(widths[at]!)).join('  ')}\n`);
  process.stdout.write('\n');
}

const parent = join(process.cwd(), '.data', 'bench');
mkdirSync(parent, { recursive: true });
const names = Object.keys(GOALS) as Work[];
const opened: Awaited<ReturnType<typeof open>>[] = [];
for (const size of SIZES) opened.push(await open(parent, size));
// Round by round on both sizes and the store alone, so that a busy moment of the machine does not meet one of them alone.
for (const name of names) {
  for (let round = 0; round < ROUNDS; round++) {
    for (const { work, best, alone, reference } of opened) {
      best[name] = Math.max(best[name], await rate(work[name], COUNT, round * COUNT));
      reference[name] = Math.max(reference[name], alone.rate(name, COUNT, round * COUNT));
    }
  }
}
const [few, many] = opened;
const rows = [
  ...opened.flatMap(({ size, best, reference }) =>
    names.map((name) => row(`P10 ${name}, ${size} documents`, best[name], reference[name], GOALS[name])),
  ),
  ...names.map((name) =>
    row(`P10 ${name}, ${many!.size} to ${few!.size} documents`, many!.best[name], few!.best[name], FLAT),
  ),
];
const sides: Awaited<ReturnType<(typeof opened)[number]['finish']>>[] = [];
for (const one of opened) sides.push(await one.finish());
print(rows.map((one) => ({ ...one })));
print(sides);
writeFileSync(join(parent, 'p10.json'), JSON.stringify({ rows, sides }, undefined, 2));
