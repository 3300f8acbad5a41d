import { describeJourney } from './journey-steps.js';

// Each reads in their own language what the other did in another.
describeJourney({ languages: { doctor: 'en', patient: 'es' } });
