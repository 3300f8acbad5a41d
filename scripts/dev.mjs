// npm run dev: the API restarts and the page reloads as you type. Open the page's own address. `npm run dev -- api` or `-- web`
// runs one of them.
import { environment } from './env-file.mjs';
import { endTogether, failPlainly, ROOT, spawnHere } from './run.mjs';

/** What the API is made of: a change in any of these starts it anew. Vite follows the page's imports by itself. */
const API_SOURCES = [
  'apps/api/src',
  'packages/contract/src',
  'packages/scheduling/src',
  'packages/locales',
  'packages/embedded-mongo/src',
];

const PROGRAMS = {
  api: (env) => {
    const watched = API_SOURCES.map((folder) => `--watch-path=${ROOT}${folder}`);
    return spawnHere(process.execPath, [...watched, '--import', 'tsx', 'src/main.ts'], {
      cwd: `${ROOT}apps/api`,
      env,
    });
  },
  web: (env) => spawnHere(`${ROOT}apps/web/node_modules/.bin/vite`, ['--strictPort'], { cwd: `${ROOT}apps/web`, env }),
};

async function dev(part) {
  if (part && !Object.hasOwn(PROGRAMS, part)) throw new Error(`npm run dev -- ${part}: there is api, and web.`);
  endTogether();
  // The address that people open is the page's, which passes /api and /socket.io on; the one in .env is for `npm start`.
  const PUBLIC_URL = process.env.PUBLIC_URL || 'http://localhost:5173';
  const env = { ...environment({ LOG_LEVEL: 'info', CHECK_ANSWERS: 'true' }), PUBLIC_URL };
  for (const name of part ? [part] : Object.keys(PROGRAMS))
    PROGRAMS[name](env).once('exit', (code) => process.exit(code ?? 0));
}

dev(process.argv[2]).catch(failPlainly);
