import { t } from '@lingui/core/macro';
import { CalendarClock } from 'lucide-react';
import { Button } from '../../../components/button.js';
import { EmptyState } from '../../../components/empty-state.js';
import { formatClockTime } from '../../../lib/time.js';

interface FirstHoursProps {
  onTypical: () => void;
  onOwn: () => void;
}

/** A doctor without hours yet: what they are for, and two ways to begin. */
export function FirstHours({ onTypical, onOwn }: FirstHoursProps) {
  const [from, noon] = [formatClockTime('09:00'), formatClockTime('12:00')];
  const [afternoon, until] = [formatClockTime('13:00'), formatClockTime('17:00')];
  return (
    <EmptyState
      icon={CalendarClock}
      title={t`When do you see patients?`}
      action={
        <>
          <Button onClick={onOwn}>{t`Set my own hours`}</Button>
          <Button variant="primary" onClick={onTypical}>
            {t`Start with typical hours`}
          </Button>
        </>
      }
    >
      {t`Patients can book you once you have hours. Typical ones are Monday to Friday, ${from} to ${noon} and ${afternoon} to ${until}, visits of 30 minutes. Nothing is saved until you say so.`}
    </EmptyState>
  );
}
