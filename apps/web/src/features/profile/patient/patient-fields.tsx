import { BLOOD_GROUPS, updatePatientProfile as fields } from '@health-connect/contract/patients';
import { localDateOf } from '@health-connect/scheduling/local-time';
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
import type { PatientForm } from './patient-form.js';

const GENDERS = ['Woman', 'Man', 'Non-binary'];

/** Who this is, and what a doctor wants to know before anything else. */
export function PatientFields({ form }: { form: UseFormReturn<PatientForm> }) {
  const { errors } = form.formState;
  const { register } = form;
  const today = localDateOf(useNow(), ownZone());
  return (
    <>
      <Field label="Full name" error={errors.name}>
        <TextInput
          autoComplete="name"
          {...register('name', { ...rulesOf(fields.name, ''), required: 'Write your full name.' })}
        />
      </Field>
      <div className="grid gap-4 min-[30rem]:grid-cols-2">
        <Controller
          control={form.control}
          name="dateOfBirth"
          render={({ field }) => (
            <Field label="Date of birth" error={errors.dateOfBirth}>
              <DatePicker {...field} farAway max={today} />
            </Field>
          )}
        />
        <Field label="Gender" hint="In your own word." error={errors.gender}>
          <TextInput list="genders" autoComplete="sex" {...register('gender', rulesOf(fields.gender, ''))} />
        </Field>
        <datalist id="genders">
          {GENDERS.map((gender) => (
            <option key={gender} value={gender} />
          ))}
        </datalist>
        <Field label="Blood group" error={errors.bloodGroup}>
          <Select {...register('bloodGroup')}>
            {BLOOD_GROUPS.map((group) => (
              <option key={group} value={group}>
                {group || 'Not known'}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Phone" hint="Your doctors can call it." error={errors.contactNumber}>
          <TextInput type="tel" autoComplete="tel" {...register('contactNumber')} />
        </Field>
      </div>
      <Field
        label="Allergies"
        hint="Medicines, food, anything. Write “none” if there are none."
        error={errors.allergies}
      >
        <TextArea {...register('allergies', rulesOf(fields.allergies, ''))} />
      </Field>
      <Field
        label="Time zone"
        hint="Everything is shown in it, on every page. Booked visits keep their moment."
        error={errors.timeZone}
      >
        <TimeZoneSelect deviceFirst {...register('timeZone')} />
      </Field>
    </>
  );
}
