import type { BookingRules as Rules } from '@health-connect/contract/availability';
import { t } from '@lingui/core/macro';
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
        label={t`Break before a visit`}
        hint={t`Kept free, patients do not see it`}
        value={rules.bufferBeforeMinutes}
        choices={BUFFERS}
        words={durationLabel}
        onChange={(bufferBeforeMinutes) => onChange({ bufferBeforeMinutes })}
      />
      <ChoiceRule
        label={t`Break after a visit`}
        hint={t`Kept free, patients do not see it`}
        value={rules.bufferAfterMinutes}
        choices={BUFFERS}
        words={durationLabel}
        onChange={(bufferAfterMinutes) => onChange({ bufferAfterMinutes })}
      />
      <ChoiceRule
        label={t`Minimum notice`}
        hint={t`How long before the start a patient may still book`}
        value={rules.minimumNoticeMinutes}
        choices={NOTICES}
        words={durationLabel}
        onChange={(minimumNoticeMinutes) => onChange({ minimumNoticeMinutes })}
      />
      <ChoiceRule
        label={t`Booking window`}
        hint={t`How far ahead patients can book`}
        value={rules.bookingWindowDays}
        choices={WINDOWS}
        words={daysLabel}
        onChange={(bookingWindowDays) => onChange({ bookingWindowDays })}
      />
      <RuleRow slim label={t`Confirm by itself`} hint={t`A booked visit is confirmed at once, you need not answer`}>
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
