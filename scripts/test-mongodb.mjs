// pnpm test:mongodb: the API's tests on a real MongoDB: the one of MONGODB_URI, or mongodb-memory-server's.
import { endTogether, failPlainly, ROOT, run } from './run.mjs';

async function testMongodb() {
  endTogether();
  const env = { ...process.env, TEST_DATABASE: 'memory-server' };
  await run(`${ROOT}node_modules/.bin/vitest`, ['run'], { cwd: `${ROOT}apps/api`, env }).catch(() => {
    throw new Error(
      'Tests on a real MongoDB failed, or none could be had: name one, MONGODB_URI=mongodb://… pnpm test:mongodb',
    );
  });
}

testMongodb().catch(failPlainly);
