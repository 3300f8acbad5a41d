import { doctorChange as fields } from '@health-connect/contract/appointments';
import { useForm } from 'react-hook-form';
import { Button } from '../../components/button.js';
import { Dialog } from '../../components/dialog.js';
import { Field } from '../../components/field.js';
import { FormErrorSummary } from '../../components/form-error-summary.js';
import { TextArea } from '../../components/text-area.js';
import { submitTo } from '../../lib/form-errors.js';
import { rulesOf } from '../../lib/form-rules.js';
import { toast } from '../../lib/toast.js';
import { useChange } from './use-change.js';
import type { DialogProps } from './dialog-props.js';

interface NotesDialogProps extends DialogProps {
  /** Saving also closes the visit. */
  completes?: boolean;
}

/** The doctor's own notes, and the summary that the patient reads. */
export function NotesDialog({ visit, onClose, completes = false }: NotesDialogProps) {
  const change = useChange();
  const form = useForm({
    shouldFocusError: false,
    defaultValues: { summary: visit.summary, notes: visit.notes ?? '' },
  });
  const { errors, isSubmitting } = form.formState;
  const save = submitTo(form, async (values) => {
    await change(visit, { ...values, ...(completes && { status: 'completed' as const }) });
    toast.success(completes ? `Visit with ${visit.patientId.name} completed` : 'Saved');
    onClose();
  });

  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={completes ? 'Complete the visit' : 'Notes and summary'}
      description={`Visit with ${visit.patientId.name}`}
    >
      <form noValidate className="grid gap-4" onSubmit={save}>
        <FormErrorSummary form={form} />
        <Field label="Summary for the patient" optional hint="The patient reads it." error={errors.summary}>
          <TextArea rows={4} {...form.register('summary', rulesOf(fields.summary, ''))} />
        </Field>
        <Field
          label="Your notes"
          optional
          hint={
            visit.status === 'completed'
              ? 'Only you read them. The visit is closed: what you change is added below, with its date.'
              : 'Only you read them.'
          }
          error={errors.notes}
        >
          <TextArea rows={4} {...form.register('notes', rulesOf(fields.notes, ''))} />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Not now</Button>
          <Button type="submit" variant="primary" busy={isSubmitting} busyLabel="Saving">
            {completes ? 'Complete visit' : 'Save'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
