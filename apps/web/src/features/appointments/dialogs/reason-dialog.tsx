import { patientChange as fields, type ConsultMode } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { useForm } from 'react-hook-form';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import { Field } from '../../../components/field.js';
import { FormErrorSummary } from '../../../components/form-error-summary.js';
import { ModeChips } from '../../../components/mode-chips.js';
import { TextArea } from '../../../components/text-area.js';
import { submitTo } from '../../../lib/form-errors.js';
import { rulesOf } from '../../../lib/form-rules.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import { reasonName, storedReason } from '../../../resources/appointments/usual-reasons.js';
import type { DialogProps } from './dialog-props.js';

/** What the appointment is for and how, as long as the doctor has not confirmed it. */
export function ReasonDialog({ appointment, onClose }: DialogProps) {
  const { mutateAsync: change } = useChangeAppointment();
  const form = useForm<{ reason: string; mode: ConsultMode }>({
    shouldFocusError: false,
    defaultValues: { reason: reasonName(appointment.reason), mode: appointment.mode },
  });
  const { errors, isSubmitting, dirtyFields } = form.formState;
  const save = submitTo(form, async (values) => {
    // What was not touched stays as it is stored, in whatever language it was read.
    const reason = dirtyFields.reason ? storedReason(values.reason) : appointment.reason;
    await change({ appointment, change: { ...values, reason } });
    onClose();
  });

  return (
    <Dialog open onOpenChange={onClose} title={t`Change the reason`}>
      <form noValidate className="grid gap-4" onSubmit={save}>
        <FormErrorSummary form={form} />
        <Field label={t`What is it for?`} error={errors.reason}>
          <TextArea rows={2} {...form.register('reason', rulesOf(fields.reason, ''))} />
        </Field>
        <ModeChips {...form.register('mode')} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t`Keep it as it is`}</Button>
          <Button type="submit" variant="primary" busy={isSubmitting} busyLabel={t`Saving`}>
            {t`Save changes`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
