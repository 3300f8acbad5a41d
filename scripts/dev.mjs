// npm run dev: the API restarts and the page reloads as you type. Open the page's own address.
import { environment } from './env-file.mjs';
import { endTogether, failPlainly, ROOT, spawnHere } from './run.mjs';

async function dev() {
  endTogether();
  // The address that people open is the page's, which passes /api and /socket.io on; the one in .env is for `npm start`.
  const PUBLIC_URL = process.env.PUBLIC_URL || 'http://localhost:5173';
  const env = { ...environment({ LOG_LEVEL: 'info', CHECK_ANSWERS: 'true' }), PUBLIC_URL };
  const api = spawnHere(process.execPath, ['--watch-path=src', '--import', 'tsx', 'src/main.ts'], {
    cwd: `${ROOT}apps/api`,
    env,
  });
  const web = spawnHere(`${ROOT}apps/web/node_modules/.bin/vite`, ['--strictPort'], { cwd: `${ROOT}apps/web`, env });
  for (const child of [api, web]) child.once('exit', (code) => process.exit(code ?? 0));
}

dev().catch(failPlainly);
