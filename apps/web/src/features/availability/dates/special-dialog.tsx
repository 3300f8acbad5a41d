import { t } from '@lingui/core/macro';
import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../components/button.js';
import { DatePicker } from '../../../components/date-picker.js';
import { Dialog } from '../../../components/dialog.js';
import { Field, FieldError } from '../../../components/field.js';
import { RadioChips } from '../../../components/radio-chips.js';
import { TextInput } from '../../../components/text-input.js';
import { nextRange } from '../hours/next-range.js';
import { RangeList } from '../hours/range-list.js';
import type { SpecialDates, SpecialHours } from './special-dates.js';
import { formOf, isSound, type SpecialForm, specialProblems, toSpecial } from './special-form.js';

const kinds = () => [
  { value: 'off', label: t`Time off` },
  { value: 'hours', label: t`Other hours than usual` },
];
const MOST_NOTE = 200;

interface SpecialDialogProps {
  /** What is being changed; null adds new dates. */
  dates: SpecialDates | null;
  today: string;
  visitMinutes: number;
  onDone: (dates: SpecialHours | null) => void;
  onClose: () => void;
}

/** Time off, or other hours, on one date or several. Mounted while it is open. */
export function SpecialDialog({ dates, today, visitMinutes, onDone, onClose }: SpecialDialogProps) {
  const [form, setForm] = useState<SpecialForm>(() => formOf(dates));
  const [tried, setTried] = useState(false);
  const found = specialProblems(form, visitMinutes);
  const shown = tried ? found : { ranges: found.ranges };
  const change = (part: Partial<SpecialForm>) => setForm({ ...form, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSound(found)) onDone(toSpecial(form));
    else setTried(true);
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={dates ? t`Change these dates` : t`Time off or extra hours`}
      description={t`They replace your weekly hours on these dates. Visits that are already booked stay until you deal with them.`}
    >
      <form noValidate className="grid gap-4" onSubmit={submit}>
        <RadioChips
          legend={t`What is different`}
          name="kind"
          options={kinds()}
          value={form.kind}
          onChange={(event) => change({ kind: event.target.value === 'hours' ? 'hours' : 'off' })}
        />
        <div className="grid gap-4 md:grid-cols-2">
          <Field label={t`First day`} error={shown.from}>
            <DatePicker value={form.from} min={today} onChange={(from) => change({ from })} />
          </Field>
          <Field label={t`Last day`} optional error={shown.to}>
            <DatePicker
              value={form.to}
              min={form.from || today}
              placeholder={t`The same day`}
              onChange={(to) => change({ to })}
            />
          </Field>
        </div>
        {form.kind === 'hours' && (
          <fieldset className="grid grid-cols-1 justify-items-start gap-2">
            <legend className="mb-1.5 text-sm font-medium">{t`Hours on these dates`}</legend>
            <RangeList
              name={t`Hours`}
              ranges={form.ranges}
              problems={shown.ranges}
              onChange={(ranges) => change({ ranges })}
            />
            {shown.noRanges && <FieldError>{shown.noRanges}</FieldError>}
            <Button
              variant="quiet"
              icon={<Plus aria-hidden="true" />}
              onClick={() => change({ ranges: [...form.ranges, nextRange(form.ranges)] })}
            >
              {t`Add hours`}
            </Button>
          </fieldset>
        )}
        <Field label={t`Note`} optional hint={t`For you only, for example Conference.`}>
          <TextInput
            value={form.note}
            maxLength={MOST_NOTE}
            onChange={(event) => change({ note: event.target.value })}
          />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          {dates && (
            <Button variant="danger-quiet" className="me-auto" onClick={() => onDone(null)}>
              {t`Back to weekly hours`}
            </Button>
          )}
          <Button onClick={onClose}>{dates ? t`Keep as they are` : t`Not now`}</Button>
          <Button type="submit" variant="primary">
            {dates ? t`Change dates` : t`Add dates`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
