import type { AppointmentHistoryEntry } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { formatWhen, useOwnZone } from '../../../lib/time.js';
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
        {t`History`}
      </h3>
      <ol className="grid gap-2 text-sm">
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.command}`}>
            <Happened entry={entry} reader={reader} />
            <time dateTime={entry.at} className="block text-muted">
              {formatWhen(entry.at, zone, now)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Happened({ entry, reader }: { entry: AppointmentHistoryEntry; reader: Reader }) {
  const what = historyWords(entry, reader);
  const { reason } = entry;
  if (!reason || entry.by === 'system') return what;
  return (
    <span className="wrap-anywhere">
      <Trans>
        {what}: “<bdi>{reason}</bdi>”
      </Trans>
    </span>
  );
}
