import { register as fields } from '@health-connect/contract/accounts';
import { t } from '@lingui/core/macro';
import { FormProvider, type UseFormReturn } from 'react-hook-form';
import { Field } from '../../../components/field.js';
import { PracticeFields } from '../../../components/practice-fields.js';
import { TextArea } from '../../../components/text-area.js';
import { TextInput } from '../../../components/text-input.js';
import { TimeZoneSelect } from '../../../components/time-zone-select.js';
import { rulesOf } from '../../../lib/form-rules.js';
import type { SignUpForm } from './sign-up-form.js';

/** What patients see of a doctor before they choose. */
export function DoctorFields({ form }: { form: UseFormReturn<SignUpForm> }) {
  const { errors } = form.formState;
  const { register } = form;
  return (
    <>
      <FormProvider {...form}>
        <PracticeFields />
      </FormProvider>
      <Field
        label={t`Your time zone`}
        hint={t`Your hours are kept in it; patients see theirs.`}
        error={errors.timeZone}
      >
        <TimeZoneSelect {...register('timeZone', { required: t`Choose your time zone.` })} />
      </Field>
      <Field label={t`About you`} optional hint={t`How you work, what you often see.`} error={errors.about}>
        <TextArea {...register('about', rulesOf(fields.about, ''))} />
      </Field>
      <Field label={t`Phone`} optional hint={t`Never shown to patients.`} error={errors.contactNumber}>
        <TextInput type="tel" autoComplete="tel" {...register('contactNumber')} />
      </Field>
    </>
  );
}
