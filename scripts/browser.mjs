// Finds a Chromium for the browser tests, or gets one, or says what to do.
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { ROOT, run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const HELP = `No browser for the end-to-end tests. One of these helps:
  - install Chromium or Chrome (Debian, Ubuntu: sudo apt-get install chromium)
  - npx playwright install chromium   (in apps/e2e)
  - E2E_CHROMIUM=/path/to/chromium npm test`;

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed() {
  const given = process.env.E2E_CHROMIUM ?? process.env.CHROME_PATH;
  if (given && !runs(given)) throw new Error(`E2E_CHROMIUM names ${given}, which cannot be run.`);
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return given ?? [...onPath, ...PLACES].find(runs) ?? playwrightsOwn();
}

function playwrightsOwn() {
  const { chromium } = createRequire(`${ROOT}apps/e2e/package.json`)('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/** Each way in turn; the next one is tried when one fails. */
async function get() {
  const attempts = [() => run(`${ROOT}apps/e2e/node_modules/.bin/playwright`, ['install', 'chromium'])];
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    attempts.push(async () => {
      await run('apt-get', ['update', '-qq']);
      await run('apt-get', ['install', '-y', '-qq', 'chromium']);
    });
  }
  for (const attempt of attempts) {
    await attempt().catch((error) => console.error(error.message));
    const found = installed();
    if (found) return found;
  }
  throw new Error(HELP);
}

export async function findBrowser() {
  const found = installed();
  if (found) return found;
  console.log('Looking for a browser to test with …');
  return get();
}
