import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { words } from './catalog-parts.js';

export default defineConfig({
  plugins: [words(), react()],
  test: {
    environment: 'happy-dom',
    include: ['*.test.ts', 'src/**/*.test.{ts,tsx}'],
    setupFiles: ['./test/setup.ts'],
    testTimeout: 30_000,
    // Everyone's clock, so that times in tests read the same on every machine.
    env: { TZ: 'America/Los_Angeles' },
  },
});
