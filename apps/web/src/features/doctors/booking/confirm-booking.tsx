import { bookAppointment as fields } from '@health-connect/contract/appointments';
import type { DoctorProfile } from '@health-connect/contract/doctors';
import { t } from '@lingui/core/macro';
import type { FormEventHandler, ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Button } from '../../../components/button.js';
import { Clocks } from '../../../components/clocks.js';
import { Field, FieldHint } from '../../../components/field.js';
import { FormErrorSummary } from '../../../components/form-error-summary.js';
import { RadioChips } from '../../../components/radio-chips.js';
import { RestoredDraft } from '../../../components/restored-draft.js';
import { Sheet } from '../../../components/sheet.js';
import { TextArea } from '../../../components/text-area.js';
import { rulesOf } from '../../../lib/form-rules.js';
import { clocksFor } from '../../../lib/time.js';
import { reasonName, USUAL_REASONS } from '../../../resources/appointments/usual-reasons.js';
import { type BookingForm, emptyBooking } from './booking-form.js';

interface ConfirmBookingProps {
  doctor: DoctorProfile;
  startsAt: string;
  form: UseFormReturn<BookingForm>;
  onSubmit: FormEventHandler<HTMLFormElement>;
  /** Not signed in yet: the way to confirming leads over the sign-in page. */
  isVisitor: boolean;
  busy: boolean;
  /** When the words in it were typed, if they came back after a reload. */
  restoredAt: number | null;
}

interface InSheetProps extends ConfirmBookingProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const FORM_ID = 'confirm-booking';

/** Under the times: both clocks, what it is for, one button. */
export function ConfirmBooking({ onSubmit, ...props }: ConfirmBookingProps) {
  return (
    <form
      id={FORM_ID}
      noValidate
      onSubmit={onSubmit}
      aria-label={t`Your visit`}
      className="grid grid-cols-[minmax(0,1fr)_minmax(0,15.5rem)] grid-rows-[1fr_auto] gap-x-10 gap-y-4 border-t border-line px-6 pt-5 pb-6"
    >
      <div className="row-span-2">
        <Why {...props} />
      </div>
      <When {...props} />
      <ConfirmButton {...props} />
    </form>
  );
}

/** The same on a phone, over the times. */
export function ConfirmBookingSheet({ open, onOpenChange, onSubmit, ...props }: InSheetProps) {
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={t`Your visit`} actions={<ConfirmButton {...props} />}>
      <form id={FORM_ID} noValidate onSubmit={onSubmit} className="grid gap-5 pb-2">
        <When {...props} />
        <Why {...props} />
      </form>
    </Sheet>
  );
}

type Part = Omit<ConfirmBookingProps, 'onSubmit'>;

function When({ doctor, startsAt }: Part) {
  return (
    <div aria-live="polite">
      <Clocks {...clocksFor(startsAt, doctor.timeZone, 'doctor')} />
    </div>
  );
}

function Why({ doctor, form, restoredAt }: Part): ReactNode {
  return (
    <div className="grid content-start gap-4">
      <FormErrorSummary form={form} />
      <RestoredDraft at={restoredAt} onDiscard={() => form.reset(emptyBooking)} />
      <RadioChips
        legend={t`What is it for?`}
        options={USUAL_REASONS.map((kind) => ({ value: kind, label: reasonName(kind) }))}
        {...form.register('kind')}
      />
      <Field label={t`In your words`} optional error={form.formState.errors.words}>
        <TextArea
          rows={1}
          placeholder={t`Since when, where, what helps`}
          {...form.register('words', rulesOf(fields.symptoms, ''))}
        />
      </Field>
      <FieldHint>
        {doctor.autoConfirm
          ? t`It is confirmed at once. You can move or cancel until it starts.`
          : t`The doctor confirms. You can move or cancel until it starts.`}
      </FieldHint>
    </div>
  );
}

const ConfirmButton = ({ isVisitor, busy }: Part) => (
  <div className="w-full">
    <Button form={FORM_ID} type="submit" variant="primary" size="big" wide busy={busy} busyLabel={t`Booking`}>
      {isVisitor ? t`Sign in to confirm` : t`Confirm visit`}
    </Button>
    {isVisitor && (
      <p className="mt-2 text-center text-sm text-muted">{t`Your time and words are kept while you sign in.`}</p>
    )}
  </div>
);
