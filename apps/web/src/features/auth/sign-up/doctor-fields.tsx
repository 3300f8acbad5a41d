import { register as fields } from '@health-connect/contract/accounts';
import type { UseFormReturn } from 'react-hook-form';
import { Field } from '../../../components/field.js';
import { SpecialtyInput } from '../../../components/specialty-input.js';
import { TextArea } from '../../../components/text-area.js';
import { TextInput } from '../../../components/text-input.js';
import { TimeZoneSelect } from '../../../components/time-zone-select.js';
import { rulesOf } from '../../../lib/form-rules.js';
import type { SignUpForm } from './sign-up-form.js';

const WHOLE_NUMBER = /^\d+$/;
const MOST_YEARS = 70;

/** What patients see of a doctor before they choose. */
export function DoctorFields({ form }: { form: UseFormReturn<SignUpForm> }) {
  const { errors } = form.formState;
  const { register } = form;
  return (
    <>
      <Field label="Specialty" hint="From the list, or in your own words." error={errors.specialization}>
        <SpecialtyInput
          {...register('specialization', {
            ...rulesOf(fields.specialization, ''),
            required: 'Write your specialty, for example Dermatology.',
          })}
        />
      </Field>
      <div className="grid gap-4 min-[30rem]:grid-cols-[1fr_8rem]">
        <Field label="Qualification" error={errors.qualification}>
          <TextInput
            {...register('qualification', {
              ...rulesOf(fields.qualification, ''),
              required: 'Write your qualification, for example MBChB, University of Otago.',
            })}
          />
        </Field>
        <Field label="Years in practice" error={errors.experience}>
          <TextInput
            inputMode="numeric"
            {...register('experience', {
              required: 'Write how many years.',
              validate: (years) =>
                (WHOLE_NUMBER.test(years) && Number(years) <= MOST_YEARS) || `A whole number up to ${MOST_YEARS}.`,
            })}
          />
        </Field>
      </div>
      <Field label="Your time zone" hint="Your hours are kept in it; patients see theirs." error={errors.timeZone}>
        <TimeZoneSelect {...register('timeZone', { required: 'Choose your time zone.' })} />
      </Field>
      <Field label="About you" optional hint="How you work, what you often see." error={errors.about}>
        <TextArea {...register('about', rulesOf(fields.about, ''))} />
      </Field>
      <Field label="Phone" optional hint="Never shown to patients." error={errors.contactNumber}>
        <TextInput type="tel" autoComplete="tel" {...register('contactNumber')} />
      </Field>
    </>
  );
}
