import { createReview as fields } from '@health-connect/contract/reviews';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Star } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import { Field } from '../../../components/field.js';
import { FormErrorSummary } from '../../../components/form-error-summary.js';
import { RadioChips } from '../../../components/radio-chips.js';
import { TextArea } from '../../../components/text-area.js';
import { submitTo } from '../../../lib/form-errors.js';
import { rulesOf } from '../../../lib/form-rules.js';
import { toast } from '../../../lib/toast.js';
import { formatNumber } from '../../../lib/write.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import type { DialogProps } from './dialog-props.js';

const stars = () =>
  [1, 2, 3, 4, 5].map((count) => {
    const figure = formatNumber(count);
    return {
      value: String(count),
      label: (
        <Trans>
          {figure}
          <span className="sr-only"> of 5</span>
        </Trans>
      ),
      icon: <Star aria-hidden="true" className="size-[0.9375rem] fill-current text-warn" />,
    };
  });

/** One to five stars and words; once for each appointment. */
export function ReviewDialog({ appointment, onClose }: DialogProps) {
  const { name } = appointment.doctorId;
  const { mutateAsync: change } = useChangeAppointment();
  const form = useForm({ shouldFocusError: false, defaultValues: { rating: '', review: '' } });
  const { errors, isSubmitting } = form.formState;
  const send = submitTo(form, async ({ rating, review }) => {
    await change({ appointment, change: { rating: Number(rating), review: review.trim() } });
    toast.success(t`Thank you. Your review is on the doctor’s page.`);
    onClose();
  });

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={
        <Trans>
          How was it with <bdi>{name}</bdi>?
        </Trans>
      }
      description={t`Others read your first name, your stars and your words. Leave out what should stay between the two of you.`}
    >
      <form noValidate className="grid gap-4" onSubmit={send}>
        <FormErrorSummary form={form} />
        <RadioChips
          legend={t`Stars`}
          options={stars()}
          error={errors.rating?.message}
          {...form.register('rating', { required: t`Choose one to five stars.` })}
        />
        <Field label={t`In your words`} error={errors.review}>
          <TextArea
            placeholder={t`What helped, what could be better`}
            {...form.register('review', {
              ...rulesOf(fields.comment, t`Write a few words.`),
              validate: (words) => words.trim() !== '' || t`Write a few words.`,
            })}
          />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t`Not now`}</Button>
          <Button type="submit" variant="primary" busy={isSubmitting} busyLabel={t`Sending`}>
            {t`Send review`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
