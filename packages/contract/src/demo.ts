import type { DemoPerson } from './health.js';

/** All demo people sign in with this. They exist only where `SEED_DEMO` is on; then `GET /health` says `demo: true`. */
export const DEMO_PASSWORD = 'demo-health-2026';

/** One of each kind, whom the sign-in page offers there. */
export const DEMO_ACCOUNTS: readonly DemoPerson[] = [
  { role: 'patient', name: 'Camila Ferreira dos Santos', email: 'camila@demo.health' },
  { role: 'doctor', name: 'Dr. Mereana Te Whatu-Harrington', email: 'mereana@demo.health' },
];
