import type { BookingRules as Rules } from '@health-connect/contract/availability';
import { Rows } from '../../../components/rows.js';
import { daysLabel, durationLabel } from '../hours/durations.js';
import { ChoiceRule } from './choice-rule.js';
import { RuleRow } from './rule-row.js';

const BUFFERS = [0, 5, 10, 15, 20, 30, 45, 60];
const NOTICES = [0, 30, 60, 120, 240, 720, 1440, 2880, 10_080];
const WINDOWS = [7, 14, 30, 60, 90, 180, 365];

interface BookingRulesProps {
  rules: Rules;
  onChange: (change: Partial<Rules>) => void;
}

/** When and how patients may book, besides the hours. */
export function BookingRules({ rules, onChange }: BookingRulesProps) {
  return (
    <Rows>
      <ChoiceRule
        label="Break before a visit"
        hint="Kept free, patients do not see it"
        value={rules.bufferBeforeMinutes}
        choices={BUFFERS}
        words={durationLabel}
        onChange={(bufferBeforeMinutes) => onChange({ bufferBeforeMinutes })}
      />
      <ChoiceRule
        label="Break after a visit"
        hint="Kept free, patients do not see it"
        value={rules.bufferAfterMinutes}
        choices={BUFFERS}
        words={durationLabel}
        onChange={(bufferAfterMinutes) => onChange({ bufferAfterMinutes })}
      />
      <ChoiceRule
        label="Minimum notice"
        hint="How long before the start a patient may still book"
        value={rules.minimumNoticeMinutes}
        choices={NOTICES}
        words={durationLabel}
        onChange={(minimumNoticeMinutes) => onChange({ minimumNoticeMinutes })}
      />
      <ChoiceRule
        label="Booking window"
        hint="How far ahead patients can book"
        value={rules.bookingWindowDays}
        choices={WINDOWS}
        words={daysLabel}
        onChange={(bookingWindowDays) => onChange({ bookingWindowDays })}
      />
      <RuleRow slim label="Confirm by itself" hint="A booked visit is confirmed at once, you need not answer">
        {(wiring) => (
          <input
            {...wiring}
            type="checkbox"
            role="switch"
            className="switch"
            checked={rules.autoConfirm}
            onChange={(event) => onChange({ autoConfirm: event.target.checked })}
          />
        )}
      </RuleRow>
    </Rows>
  );
}
