import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRealServer } from '../test/real-server.js';
import { env } from './env.js';

const COMMAND = fileURLToPath(new URL('./verify-doctor.ts', import.meta.url));
/** Whole programs start, on a machine that has other things to do. */
const TIMEOUT_MS = 180_000;
let dataDir: string;
beforeAll(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'health-connect-verify-'))));
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Runs the command; gives what it says. */
async function verify(email: string): Promise<string> {
  const settings = { env: { ...process.env, DATA_DIR: dataDir } };
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', COMMAND, '--', email], settings);
  return run.then(
    ({ stdout }) => stdout,
    (error: { stderr: string }) => error.stderr,
  );
}

const doctor = {
  email: 'first@doctor.example',
  name: 'Dr. First',
  password: 'correct horse battery',
  role: 'doctor',
  specialization: 'Cardiology',
  experience: 5,
  qualification: 'MD',
  timeZone: 'Europe/London',
};

test(
  'the first doctor of a new installation is verified beside the running server, and when it is stopped',
  { timeout: TIMEOUT_MS },
  async () => {
    const server = await startRealServer(dataDir, { AUTO_VERIFY_DOCTORS: 'false' });
    const ask = async (path: string, body?: object) => {
      const headers = { origin: env.publicUrl, 'content-type': 'application/json' };
      const reply = await fetch(
        `${server.url}/api${path}`,
        body && { method: 'POST', headers, body: JSON.stringify(body) },
      );
      return (await reply.json()) as { data: { _id: string; verification?: string } };
    };
    const { data: registered } = await ask('/auth/register', doctor);
    expect(registered.verification).toBe('pending');
    expect(await verify('nobody@doctor.example')).toMatch(/no doctor/);
    expect(await verify(doctor.email.toUpperCase())).toMatch('Dr. First is verified');
    expect((await ask(`/doctors/${registered._id}`)).data._id).toBe(registered._id);
    await server.stop();
    expect(await verify(doctor.email)).toMatch('Dr. First is verified');
  },
);
