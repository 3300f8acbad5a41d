import { readFileSync, writeFileSync } from 'node:fs';
import { withTable } from './table.js';

const file = new URL('../README.md', import.meta.url);
writeFileSync(file, withTable(readFileSync(file, 'utf8')));
