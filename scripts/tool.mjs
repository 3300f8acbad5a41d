// `node scripts/tool.mjs FILE …`: runs a program of ours on what `npm start` runs on: the same packages and the same .env.
import { environment } from './env-file.mjs';
import { endTogether, ROOT, spawnHere } from './run.mjs';

endTogether();
const [file, ...args] = process.argv.slice(2);
const child = spawnHere(process.execPath, ['--import', 'tsx', `${ROOT}${file}`, ...args], { env: environment() });
child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
