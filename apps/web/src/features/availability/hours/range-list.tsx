import { isClockTime, isEndTime } from '@health-connect/scheduling/clock-time';
import type { TimeRange } from '@health-connect/scheduling/make-slots';
import { lengthOf } from '@health-connect/scheduling/nights';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { useId } from 'react';
import { FieldError } from '../../../components/field.js';
import { IconButton } from '../../../components/icon-button.js';
import type { RangeProblems } from '../draft/problems.js';
import { shownTime, TimeInput } from './time-input.js';

interface RangeListProps {
  /** Whose hours, for screen readers: "Monday". */
  name: string;
  ranges: readonly TimeRange[];
  problems: RangeProblems;
  onChange: (ranges: TimeRange[]) => void;
}

const isNight = (range: TimeRange) =>
  isClockTime(range.startTime) && isEndTime(range.endTime) && lengthOf(range).crossesMidnight;

/** Stretches of work, one a line; one that ends on the next day says so. */
export function RangeList({ name, ranges, problems, onChange }: RangeListProps) {
  const id = useId();
  return (
    <div className="grid w-full min-w-0 grid-cols-1 gap-2">
      {ranges.map((range, index) => {
        const problem = problems.get(index);
        const wiring = { invalid: problem !== undefined, describedBy: problem && `${id}-${index}` };
        const [from, until] = [shownTime(range.startTime), shownTime(range.endTime)];
        const change = (part: Partial<TimeRange>) => onChange(ranges.with(index, { ...range, ...part }));
        return (
          // Two stretches may read the same while they are edited: only their place tells them apart.
          <div key={index} className="grid grid-cols-1 gap-1">
            <div className="flex items-center gap-2">
              <TimeInput
                label={t`${name} from`}
                value={range.startTime}
                onChange={(startTime) => change({ startTime })}
                {...wiring}
              />
              <span aria-hidden="true" className="text-muted">
                {t({ message: 'to', context: 'between two times' })}
              </span>
              <TimeInput
                label={t`${name} until`}
                value={range.endTime}
                onChange={(endTime) => change({ endTime })}
                {...wiring}
              />
              {isNight(range) && (
                <span className="text-xs leading-tight text-muted">
                  <Trans>
                    next
                    <br />
                    day
                  </Trans>
                </span>
              )}
              <IconButton
                label={t`Remove ${name} ${from} to ${until}`}
                icon={<X aria-hidden="true" />}
                onClick={() => onChange(ranges.toSpliced(index, 1))}
              />
            </div>
            {problem !== undefined && <FieldError id={`${id}-${index}`}>{problem}</FieldError>}
          </div>
        );
      })}
    </div>
  );
}
