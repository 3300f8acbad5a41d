import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const API = fileURLToPath(new URL('../../../apps/api/', import.meta.url));
const HERE = fileURLToPath(new URL('./', import.meta.url));

export interface Served {
  url: string;
  /** Asks the process something over IPC and waits for its answer. */
  ask<T>(question: string): Promise<T>;
  stop(): Promise<void>;
}

/** The product's own server, as `npm start` runs it, with an event-loop monitor beside it. */
export const serveApi = (env: Record<string, string>): Promise<Served> =>
  serve('src/main.ts', { cwd: API, execArgv: ['--import', 'tsx', '--import', `${HERE}loop-monitor.mjs`], env });

/** A reference: the least code that does the same without what makes it safe. */
export const serveReference = (name: string, env: Record<string, string> = {}): Promise<Served> =>
  serve(`${HERE}references/${name}.ts`, { cwd: HERE, execArgv: ['--import', 'tsx'], env });

async function serve(
  file: string,
  { env, ...options }: { cwd: string; execArgv: string[]; env: Record<string, string> },
): Promise<Served> {
  const child = fork(file, { ...options, env: { ...process.env, ...env } });
  const { port } = await answer<{ port: number }>(child);
  return {
    url: `http://127.0.0.1:${port}`,
    ask(question) {
      child.send(question);
      return answer(child);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function answer<T>(child: ChildProcess): Promise<T> {
  const dead = once(child, 'exit').then(([code]) => Promise.reject(new Error(`A server ended with ${code}.`)));
  const [message] = await Promise.race([once(child, 'message'), dead]);
  return message as T;
}
