import { updateDoctorProfile as fields } from '@health-connect/contract/doctor-fields';
import { t } from '@lingui/core/macro';
import { Controller, useFormContext } from 'react-hook-form';
import { rulesOf } from '../lib/form-rules.js';
import { cx } from './cx.js';
import { Field } from './field.js';
import { SpecialtyInput } from './specialty-input.js';
import { TextInput } from './text-input.js';

const WHOLE_NUMBER = /^\d+$/;
const MOST_YEARS = 70;

interface PracticeForm {
  specialization: string;
  qualification: string;
  /** Years, as typed. */
  experience: string;
}

/** What somebody practises, with what qualification and for how long; inside the <FormProvider> of a form with these. */
export function PracticeFields({ className = 'min-[30rem]:grid-cols-[1fr_8rem]' }: { className?: string }) {
  const { control, register, formState } = useFormContext<PracticeForm>();
  const { errors } = formState;
  const most = MOST_YEARS;
  return (
    <>
      <Field label={t`Specialty`} hint={t`From the list, or in your own words.`} error={errors.specialization}>
        <Controller
          control={control}
          name="specialization"
          rules={{
            ...rulesOf(fields.specialization, ''),
            required: t`Write your specialty, for example Dermatology.`,
          }}
          render={({ field }) => <SpecialtyInput {...field} />}
        />
      </Field>
      <div className={cx('grid gap-4', className)}>
        <Field label={t`Qualification`} error={errors.qualification}>
          <TextInput
            {...register('qualification', {
              ...rulesOf(fields.qualification, ''),
              required: t`Write your qualification, for example MBChB, University of Otago.`,
            })}
          />
        </Field>
        <Field label={t`Years in practice`} error={errors.experience}>
          <TextInput
            inputMode="numeric"
            {...register('experience', {
              required: t`Write how many years.`,
              validate: (years) =>
                (WHOLE_NUMBER.test(years) && Number(years) <= MOST_YEARS) || t`A whole number up to ${most}.`,
            })}
          />
        </Field>
      </div>
    </>
  );
}
