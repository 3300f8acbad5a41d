import type { AppointmentHistoryEntry } from '@health-connect/contract/appointments';
import { formatDay, formatTime, useOwnZone } from '../../../lib/time.js';
import type { Reader } from '../../../resources/appointments/reader.js';
import { historyWords } from '../labels.js';

interface AppointmentHistoryProps {
  entries: readonly AppointmentHistoryEntry[];
  reader: Reader;
  now: number;
}

/** Who did what, when and why, the first thing first. */
export function AppointmentHistory({ entries, reader, now }: AppointmentHistoryProps) {
  const zone = useOwnZone();
  return (
    <section aria-labelledby="history-title">
      <h3 id="history-title" className="mb-2 text-sm">
        History
      </h3>
      <ol className="grid gap-2 text-sm">
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.command}`}>
            {historyWords(entry, reader)}
            {entry.reason && entry.by !== 'system' && (
              <span className="wrap-anywhere">
                : “<bdi>{entry.reason}</bdi>”
              </span>
            )}
            <time dateTime={entry.at} className="block text-muted">
              {formatDay(entry.at, zone, now)}, {formatTime(entry.at, zone)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
