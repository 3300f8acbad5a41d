import { BLOOD_GROUPS, updatePatientProfile as fields } from '@health-connect/contract/patients';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { t } from '@lingui/core/macro';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { DatePicker } from '../../../components/date-picker.js';
import { Field } from '../../../components/field.js';
import { Select } from '../../../components/select.js';
import { TextArea } from '../../../components/text-area.js';
import { TextInput } from '../../../components/text-input.js';
import { TimeZoneSelect } from '../../../components/time-zone-select.js';
import { rulesOf } from '../../../lib/form-rules.js';
import { ownZone } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import { apart } from '../../../lib/write.js';
import type { PatientForm } from './patient-form.js';

const genders = () => [t`Woman`, t`Man`, t`Non-binary`];

/** Who this is, and what a doctor wants to know before anything else. */
export function PatientFields({ form }: { form: UseFormReturn<PatientForm> }) {
  const { errors } = form.formState;
  const { register } = form;
  const today = localDateOf(useNow(), ownZone());
  return (
    <>
      <Field label={t`Full name`} error={errors.name}>
        <TextInput
          autoComplete="name"
          {...register('name', { ...rulesOf(fields.name, ''), required: t`Write your full name.` })}
        />
      </Field>
      <div className="grid gap-4 min-[30rem]:grid-cols-2">
        <Controller
          control={form.control}
          name="dateOfBirth"
          render={({ field }) => (
            <Field label={t`Date of birth`} error={errors.dateOfBirth}>
              <DatePicker {...field} farAway max={today} />
            </Field>
          )}
        />
        <Field label={t`Gender`} hint={t`In your own word.`} error={errors.gender}>
          <TextInput list="genders" autoComplete="sex" {...register('gender', rulesOf(fields.gender, ''))} />
        </Field>
        <datalist id="genders">
          {genders().map((gender) => (
            <option key={gender} value={gender} />
          ))}
        </datalist>
        <Field label={t`Blood group`} error={errors.bloodGroup}>
          <Select {...register('bloodGroup')}>
            {BLOOD_GROUPS.map((group) => (
              <option key={group} value={group}>
                {group ? apart(group) : t`Not known`}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t`Phone`} hint={t`Your doctors can call it.`} error={errors.contactNumber}>
          <TextInput type="tel" autoComplete="tel" {...register('contactNumber')} />
        </Field>
      </div>
      <Field
        label={t`Allergies`}
        hint={t`Medicines, food, anything. Write “none” if there are none.`}
        error={errors.allergies}
      >
        <TextArea {...register('allergies', rulesOf(fields.allergies, ''))} />
      </Field>
      <Field
        label={t`Time zone`}
        hint={t`Everything is shown in it, on every page. Booked visits keep their moment.`}
        error={errors.timeZone}
      >
        <TimeZoneSelect deviceFirst {...register('timeZone')} />
      </Field>
    </>
  );
}
