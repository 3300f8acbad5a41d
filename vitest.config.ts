import { defineConfig } from 'vitest/config';

/** For one test at a time, from here: `npx vitest run apps/web/src/lib/paths.test.ts`. `npm test` runs each package by itself. */
export default defineConfig({ test: { projects: ['apps/api', 'apps/web', 'packages/*', 'scripts'] } });
