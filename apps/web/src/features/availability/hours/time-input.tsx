import { isEndTime } from '@health-connect/scheduling/clock-time';
import { useState } from 'react';
import { formatClockTime, ownHours } from '../../../lib/time.js';
import { readClockTime } from './read-clock-time.js';

interface TimeInputProps {
  /** "Monday from" */
  label: string;
  value: string;
  onChange: (time: string) => void;
  invalid: boolean;
  describedBy: string | undefined;
}

/** As the reader writes it; what is no time stays as it was typed. */
export const shownTime = (time: string) => (isEndTime(time) ? formatClockTime(time) : time);

/** A time of day, typed in any usual way; it counts once the field is left. */
export function TimeInput({ label, value, onChange, invalid, describedBy }: TimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    if (typed === null) return;
    onChange(readClockTime(typed) ?? typed);
    setTyped(null);
  };

  return (
    <input
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      dir="ltr"
      type="text"
      inputMode={ownHours() === 24 ? 'numeric' : 'text'}
      autoComplete="off"
      maxLength={16}
      value={typed ?? shownTime(value)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      className="input min-h-control w-28 py-1 text-sm tabular-nums max-md:w-auto max-md:min-w-0 max-md:flex-1"
    />
  );
}
