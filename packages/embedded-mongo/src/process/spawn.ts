import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ChildOptions, ChildReport } from './protocol.js';

const HEAP_MB = 1024;
const START_MS = 30_000;

/** The database process, once it is ready. */
export interface RunningChild {
  process: ChildProcess;
  port: number | undefined;
  /** Resolves when the process has ended, with a word on how. */
  ended: Promise<string>;
}

const CHILD_FILE = fileURLToPath(new URL('./child.ts', import.meta.url));

/** The loader that lets Node read TypeScript. */
const loader = (): string => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
}

/** Starts the process in which the database lives; resolves when it answers, throws what keeps it from doing so. */
export async function spawnChild(options: ChildOptions, log: (line: string) => void): Promise<RunningChild> {
  const flags = [`--max-old-space-size=${HEAP_MB}`, '--import', loader()];
  const child = spawn(process.execPath, [...flags, CHILD_FILE, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => log(text.trimEnd()));
  }
  const ended = endOf(child);
  try {
    const port = await ready(child, ended, log);
    return { process: child, port, ended };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function ready(child: ChildProcess, ended: Promise<string>, log: (line: string) => void): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`the embedded database did not start within ${START_MS / 1000} s`)),
      START_MS,
    );
    child.on('message', (message) => {
      const report = message as ChildReport;
      if (report.kind === 'ready') resolve(report.port);
      else if (report.kind === 'failed') reject(new Error(`the embedded database does not start: ${report.message}`));
      else log(report.message);
      clearTimeout(late);
    });
    void ended.then((how) => {
      clearTimeout(late);
      reject(new Error(`the embedded database ended while it started (${how})`));
    });
  });
}
