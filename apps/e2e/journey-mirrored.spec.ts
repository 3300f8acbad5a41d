import { PSEUDO_LANGUAGE } from '@health-connect/locales/languages';
import { describeJourney } from './journey-steps.js';

describeJourney({ languages: { doctor: PSEUDO_LANGUAGE, patient: PSEUDO_LANGUAGE } });
