import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../components/panel.js';
import { addDays } from '../../../lib/time.js';
import { datesQuery } from '../../../resources/appointments/queries.js';
import { timeLabel } from '../labels.js';
import { readDay } from '../read-day.js';

interface NobodyNextProps {
  today: string;
  now: number;
  zone: string;
  /** There were appointments today. */
  isOver: boolean;
}

const DAYS_AHEAD = 7;

/** Nobody to see any more today: when the next one comes. Its line has its place before it is known. */
export function NobodyNext({ today, now, zone, isOver }: NobodyNextProps) {
  const { data: coming = [], isPending } = useQuery(datesQuery(addDays(today, 1), addDays(today, DAYS_AHEAD)));
  const { current: next } = readDay(coming, now);
  const name = next?.patientId.name;
  const time = next && timeLabel(next, zone);
  return (
    <Panel aria-label={t`Now`}>
      <p className="font-medium">{isOver ? t`That was the last visit today` : t`No visits today`}</p>
      <p className="mt-1 min-h-[1lh] text-sm text-muted max-md:min-h-[2lh]">
        {next ? (
          <Trans>
            The next one is <bdi className="font-semibold text-ink">{name}</bdi>,{' '}
            <time dateTime={next.startsAt} className="whitespace-nowrap">
              {time}
            </time>
            .
          </Trans>
        ) : (
          !isPending && t`New requests appear here by themselves.`
        )}
      </p>
    </Panel>
  );
}
