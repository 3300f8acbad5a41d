import { describeJourney } from './journey-steps.js';

describeJourney({ languages: { doctor: 'en', patient: 'en' } });
