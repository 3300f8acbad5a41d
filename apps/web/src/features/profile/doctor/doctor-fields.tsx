import { updateDoctorProfile as fields } from '@health-connect/contract/doctors';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { Field } from '../../../components/field.js';
import { SpecialtyInput } from '../../../components/specialty-input.js';
import { TextArea } from '../../../components/text-area.js';
import { TextInput } from '../../../components/text-input.js';
import { TimeZoneSelect } from '../../../components/time-zone-select.js';
import { rulesOf } from '../../../lib/form-rules.js';
import type { DoctorForm } from './doctor-form.js';

const WHOLE_NUMBER = /^\d+$/;
const MOST_YEARS = 70;

/** The field may be left out of a request, but here it stands filled and must stay so. */
const filled = (field: Parameters<typeof rulesOf>[0], missing: string) => ({
  ...rulesOf(field, ''),
  required: missing,
});

export function DoctorFields({ form }: { form: UseFormReturn<DoctorForm> }) {
  const { errors } = form.formState;
  const { register, control } = form;
  return (
    <>
      <Field label="Full name" error={errors.name}>
        <TextInput autoComplete="name" {...register('name', filled(fields.name, 'Write your full name.'))} />
      </Field>
      <Field label="Specialty" hint="From the list, or in your own words." error={errors.specialization}>
        <SpecialtyInput
          {...register(
            'specialization',
            filled(fields.specialization, 'Write your specialty, for example Dermatology.'),
          )}
        />
      </Field>
      <div className="grid gap-4 min-[30rem]:grid-cols-[1fr_8.5rem]">
        <Field label="Qualification" error={errors.qualification}>
          <TextInput
            {...register(
              'qualification',
              filled(fields.qualification, 'Write your qualification, for example MBChB, University of Otago.'),
            )}
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
      <Field label="About you" optional hint="How you work, what you often see." error={errors.about}>
        <TextArea rows={5} {...register('about', rulesOf(fields.about, ''))} />
      </Field>
      <Field label="Phone" optional hint="Never shown to patients." error={errors.contactNumber}>
        <TextInput type="tel" autoComplete="tel" {...register('contactNumber')} />
      </Field>
      <Field
        label="Time zone"
        hint="Your hours are kept in it. Booked visits keep their moment, patients see theirs."
        error={errors.timeZone}
      >
        <Controller control={control} name="timeZone" render={({ field }) => <TimeZoneSelect {...field} />} />
      </Field>
    </>
  );
}
