import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The page with the language that only tests read, built beside the one for everybody. */
export function buildPseudoPage(): { webRoot: string; remove: () => void } {
  const webRoot = mkdtempSync(join(tmpdir(), 'health-connect-pseudo-'));
  execFileSync('node_modules/.bin/vite', ['build', '--outDir', webRoot, '--logLevel', 'error'], {
    cwd: join(import.meta.dirname, '../web'),
    env: { ...process.env, PSEUDO: '1' },
  });
  return { webRoot, remove: () => rmSync(webRoot, { recursive: true, force: true }) };
}
