import { updateDoctorProfile as fields } from '@health-connect/contract/doctor-fields';
import { t } from '@lingui/core/macro';
import { Controller, FormProvider, type UseFormReturn } from 'react-hook-form';
import { Field } from '../../../components/field.js';
import { PracticeFields } from '../../../components/practice-fields.js';
import { TextArea } from '../../../components/text-area.js';
import { TextInput } from '../../../components/text-input.js';
import { TimeZoneSelect } from '../../../components/time-zone-select.js';
import { rulesOf } from '../../../lib/form-rules.js';
import type { DoctorForm } from './doctor-form.js';
import { LanguagesField } from './languages-field.js';

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
      <Field label={t`Full name`} error={errors.name}>
        <TextInput autoComplete="name" {...register('name', filled(fields.name, t`Write your full name.`))} />
      </Field>
      <FormProvider {...form}>
        <PracticeFields className="min-[30rem]:grid-cols-[1fr_8.5rem]" />
      </FormProvider>
      <Field label={t`About you`} optional hint={t`How you work, what you often see.`} error={errors.about}>
        <TextArea rows={5} {...register('about', rulesOf(fields.about, ''))} />
      </Field>
      <Field label={t`Phone`} optional hint={t`Never shown to patients.`} error={errors.contactNumber}>
        <TextInput type="tel" autoComplete="tel" {...register('contactNumber')} />
      </Field>
      <Controller
        control={control}
        name="languages"
        render={({ field: { value, onChange } }) => (
          <LanguagesField value={value} onChange={onChange} error={errors.languages?.message} />
        )}
      />
      <Field
        label={t`Time zone`}
        hint={t`Your hours are kept in it. Booked visits keep their moment, patients see theirs.`}
        error={errors.timeZone}
      >
        <Controller control={control} name="timeZone" render={({ field }) => <TimeZoneSelect {...field} />} />
      </Field>
    </>
  );
}
