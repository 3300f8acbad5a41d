import { migrate, type Migration, refuseNewerData } from './db/migrate.js';
import { dropOldIndexes } from './db/migrations/drop-old-indexes.js';
import { dateEndedSessions } from './db/migrations/date-ended-sessions.js';
import { fillSortedFields } from './db/migrations/fill-sorted-fields.js';
import { fillSearchKeys } from './features/doctors/service.js';

/** What was ever changed about stored data, in order. A step is added at the end; none is changed or taken away. */
export const MIGRATIONS: Migration[] = [
  { number: 1, name: 'indexes that are not used any more', up: dropOldIndexes },
  { number: 2, name: 'fields by which doctors are listed', up: fillSortedFields },
  { number: 3, name: 'sessions that ended, with their end', up: dateEndedSessions },
  { number: 4, name: 'search keys of doctors', up: fillSearchKeys },
  { number: 5, name: 'indexes of events: what waits to be told, and what was audited' },
  { number: 6, name: 'index of the languages that doctors speak' },
];

/**
 * What the last of them left as the newest: a test compares it with the models and the catalogs of specialties, so that
 * whoever changes these adds a step.
 */
export const BROUGHT = { indexes: '65a84c30b7c2', searchKeys: '1 7a7bee7481c8' };

export const migrateData = () => migrate(MIGRATIONS);

/** For a command beside a server that may be older: it brings nothing, and refuses what it cannot read. */
export const requireReadableData = () => refuseNewerData(MIGRATIONS);
