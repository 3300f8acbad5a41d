import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from './run.mjs';

/**
 * The environment of a program of ours: `.env` beside package.json, what the command line gives (it wins), and
 * `defaults` for what neither names. An empty value is none, so that a copied .env.example changes nothing.
 */
export function environment(defaults = {}) {
  // Not --env-file-if-exists: Node 20 lacks it.
  if (existsSync(`${ROOT}.env`)) process.loadEnvFile(`${ROOT}.env`);
  const given = Object.entries(process.env).filter(([, value]) => value !== '');
  const env = { DATA_DIR: '.data', ...defaults, ...Object.fromEntries(given) };
  // A folder is meant from where .env lies, whatever folder the program runs in.
  return { ...env, DATA_DIR: resolve(ROOT, env.DATA_DIR) };
}
