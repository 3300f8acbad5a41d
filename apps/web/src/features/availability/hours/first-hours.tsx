import { CalendarClock } from 'lucide-react';
import { Button } from '../../../components/button.js';
import { EmptyState } from '../../../components/empty-state.js';

interface FirstHoursProps {
  onTypical: () => void;
  onOwn: () => void;
}

/** A doctor without hours yet: what they are for, and two ways to begin. */
export function FirstHours({ onTypical, onOwn }: FirstHoursProps) {
  return (
    <EmptyState
      icon={CalendarClock}
      title="When do you see patients?"
      action={
        <>
          <Button onClick={onOwn}>Set my own hours</Button>
          <Button variant="primary" onClick={onTypical}>
            Start with typical hours
          </Button>
        </>
      }
    >
      Patients can book you once you have hours. Typical ones are Monday to Friday, 09:00 to 12:00 and 13:00 to 17:00,
      visits of 30 minutes. Nothing is saved until you say so.
    </EmptyState>
  );
}
