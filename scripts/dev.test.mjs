import { appendFileSync } from 'node:fs';
import { afterEach, test } from 'vitest';
import { freePort, makeClone } from './testing/clone.mjs';

let clone;
afterEach(() => clone.remove());

test('npm run dev starts the API anew for a change in the contract, and in the scheduling', async () => {
  clone = makeClone(['packages/contract/src', 'packages/scheduling/src']);
  const settings = { PORT: String(await freePort()), SEED_DEMO: 'false', LOG_LEVEL: 'silent' };
  const { said } = clone.run([`${clone.root}scripts/dev.mjs`, 'api'], settings);
  await said('is ready');
  for (const [index, file] of ['contract/src/health.ts', 'scheduling/src/slots.ts'].entries()) {
    appendFileSync(`${clone.root}packages/${file}`, '\n');
    await said('Restarting', index + 1);
  }
});
