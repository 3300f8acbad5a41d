import { Select } from '../../../components/select.js';
import { RuleRow } from './rule-row.js';

interface ChoiceRuleProps {
  label: string;
  hint: string;
  value: number;
  /** The usual figures; another one that is stored joins them. */
  choices: readonly number[];
  words: (value: number) => string;
  onChange: (value: number) => void;
}

/** A figure out of a few usual ones. */
export function ChoiceRule({ label, hint, value, choices, words, onChange }: ChoiceRuleProps) {
  const all = [...new Set([...choices, value])].sort((a, b) => a - b);
  return (
    <RuleRow label={label} hint={hint}>
      {(wiring) => (
        <Select {...wiring} value={value} onChange={(event) => onChange(Number(event.target.value))}>
          {all.map((choice) => (
            <option key={choice} value={choice}>
              {words(choice)}
            </option>
          ))}
        </Select>
      )}
    </RuleRow>
  );
}
