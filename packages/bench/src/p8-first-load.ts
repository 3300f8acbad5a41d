import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Figure } from './report.js';

/** The texts of the frame and of the list. */
const SPANISH = /virtual:words\/es\/(base|doctors)$/;
const WEB = fileURLToPath(new URL('../../../apps/web/', import.meta.url));

interface Chunk {
  file: string;
  isEntry?: boolean;
  isDynamicEntry?: boolean;
  imports?: string[];
}
type Manifest = Record<string, Chunk>;

/** P8: JavaScript, gzipped, that the doctor list needs before interaction; and the largest chunk that a route adds. */
export async function firstLoad(): Promise<Figure[]> {
  buildWeb();
  const manifest = JSON.parse(readFileSync(`${WEB}dist/.vite/manifest.json`, 'utf8')) as Manifest;
  const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry)!;
  const list = Object.keys(manifest).find((key) => key.endsWith('doctors/doctors-page.tsx'))!;
  const first = new Set([...closure(manifest, entry), ...closure(manifest, list)]);
  const pages = Object.keys(manifest).filter((key) => manifest[key]!.isDynamicEntry && key.endsWith('-page.tsx'));
  const day = pages.find((key) => key.endsWith('today/today-page.tsx'))!;
  const added = pages.map((key) => size([...closure(manifest, key)].filter((file) => !first.has(file))));
  return [
    {
      id: 'P8',
      name: 'doctor list, JavaScript gzip',
      ours: size([...first]),
      reference: null,
      unit: 'kB',
      goal: { atMost: 120 },
    },
    {
      id: 'P8',
      name: 'the same in Spanish: more, gzip',
      ours: size(Object.keys(manifest).flatMap((key) => (SPANISH.test(key) ? manifest[key]!.file : []))),
      reference: null,
      unit: 'kB',
      goal: { atMost: 12 },
    },
    {
      id: 'P8',
      name: 'largest chunk of a route, gzip',
      ours: Math.max(...pages.map((key) => size([manifest[key]!.file]))),
      reference: null,
      unit: 'kB',
      goal: { atMost: 60 },
    },
    {
      id: 'P8',
      name: 'most that a route adds to it, gzip',
      ours: Math.max(...added),
      reference: null,
      unit: 'kB',
      goal: { atMost: 120 },
    },
    {
      id: 'P8',
      name: "scripts of the doctor's day",
      ours: new Set([...closure(manifest, entry), ...closure(manifest, day)]).size,
      reference: null,
      unit: '',
      goal: { atMost: 20 },
    },
  ];
}

/** The production build, as `npm start` serves it. */
export function buildWeb(): void {
  execFileSync('node_modules/.bin/vite', ['build', '--logLevel', 'warn', '--manifest'], { cwd: WEB, stdio: 'inherit' });
}

/** A chunk and everything it imports statically. */
function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const other of chunk.imports ?? []) closure(manifest, other, seen);
  return seen;
}

const size = (files: string[]) =>
  files.reduce((total, file) => total + gzipSync(readFileSync(`${WEB}dist/${file}`), { level: 9 }).length, 0) / 1000;
