// npm run schemas: writes what every answer, ack and event looks like, from the types of their declarations.
import { writeFileSync } from 'node:fs';
import { generateSchemas } from './generate-schemas.js';

const FILE = new URL('../schemas.json', import.meta.url);
writeFileSync(FILE, `${JSON.stringify(generateSchemas(), null, 1)}\n`);
process.stdout.write('packages/contract/schemas.json is written.\n');
