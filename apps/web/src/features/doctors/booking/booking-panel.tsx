import type { DoctorProfile } from '@health-connect/contract/doctors';
import { select, t } from '@lingui/core/macro';
import { Stethoscope } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation, useNavigate } from 'react-router-dom';
import { ModeChips } from '../../../components/mode-chips.js';
import { Notice } from '../../../components/notice.js';
import { Panel } from '../../../components/panel.js';
import { submitTo } from '../../../lib/form-errors.js';
import { signInPath } from '../../../lib/paths.js';
import { useSession } from '../../../lib/session.js';
import { useIsPhone } from '../../../lib/use-is-phone.js';
import { useFormDraft } from '../../../lib/use-form-draft.js';
import { Booked } from './booked.js';
import { type BookingForm, emptyBooking, forgetBooking, keepBooking, keptBooking } from './booking-form.js';
import { ChooseTime } from './choose-time.js';
import { ConfirmBooking, ConfirmBookingSheet } from './confirm-booking.js';
import { SlotLostDialog } from './slot-lost-dialog.js';
import { useBooking } from './use-booking.js';
import { useChosenTime } from './use-chosen-time.js';

const TooManyDialog = lazy(async () => ({ default: (await import('./too-many-dialog.js')).TooManyDialog }));

/** One question: when. Choosing a time opens what it takes to confirm it. */
export function BookingPanel({ doctor }: { doctor: DoctorProfile }) {
  const { session } = useSession();
  const { startsAt, choose } = useChosenTime();
  const { booking, book, chooseAgain } = useBooking(doctor);
  const form = useForm<BookingForm>({
    shouldFocusError: false,
    defaultValues: keptBooking(doctor._id, startsAt) ?? emptyBooking,
  });
  const restoredAt = useFormDraft(form, `booking:${doctor._id}`, booking.state !== 'booked');
  const isPhone = useIsPhone();
  const [isConfirming, setIsConfirming] = useState(startsAt !== null);
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(forgetBooking, []);

  if (session.status === 'signed-in' && session.account.role !== 'patient')
    return <NotForThem role={session.account.role} />;
  if (booking.state === 'booked') {
    const another = () => {
      choose(null);
      form.reset(emptyBooking);
      chooseAgain();
    };
    return <Booked appointment={booking.appointment} onAnother={another} />;
  }

  const isVisitor = session.status === 'signed-out';
  const confirm = submitTo(form, async (values) => {
    if (startsAt === null) return;
    if (!isVisitor) return book(startsAt, values);
    keepBooking({ doctorId: doctor._id, startsAt, form: values });
    await navigate(signInPath(pathname + search));
  });
  const confirmProps = {
    doctor,
    form,
    onSubmit: confirm,
    isVisitor,
    restoredAt,
    busy: form.formState.isSubmitting || session.status === 'loading',
  };
  const showAllTimes = () => {
    chooseAgain();
    choose(null);
    setIsConfirming(false);
  };

  return (
    <Panel aria-labelledby="times-title" className="p-0! max-md:-mx-4 max-md:rounded-b-none">
      <div className="px-4 pt-5 pb-6 md:px-6">
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-3">
          <h2 id="times-title" className="flex-1">
            {t`Choose a time`}
          </h2>
          <ModeChips legendHidden {...form.register('mode')} />
        </div>
        <ChooseTime
          doctor={doctor}
          value={startsAt}
          onChange={(slot) => choose(slot.startsAt)}
          onPick={() => setIsConfirming(true)}
        />
      </div>
      {startsAt !== null && !isPhone && <ConfirmBooking {...confirmProps} startsAt={startsAt} />}
      {startsAt !== null && isPhone && (
        <ConfirmBookingSheet {...confirmProps} startsAt={startsAt} open={isConfirming} onOpenChange={setIsConfirming} />
      )}
      {booking.state === 'full' && (
        <Suspense>
          <TooManyDialog
            held={booking.held}
            onLeave={() => startsAt && keepBooking({ doctorId: doctor._id, startsAt, form: form.getValues() })}
            onClose={chooseAgain}
          />
        </Suspense>
      )}
      {booking.state === 'lost' && (
        <SlotLostDialog
          {...booking}
          onChoose={(slot) => {
            choose(slot.startsAt);
            chooseAgain();
          }}
          onClose={showAllTimes}
        />
      )}
    </Panel>
  );
}

function NotForThem({ role }: { role: string }) {
  return (
    <Notice icon={Stethoscope} title={t`Visits are booked by patients`} className="self-start">
      <p className="text-muted">
        {select(role, {
          doctor:
            'You are signed in as a doctor. Patients see the free times here. To book for yourself, sign in as a patient.',
          pharmacist:
            'You are signed in as a pharmacist. Patients see the free times here. To book for yourself, sign in as a patient.',
          other:
            'You are signed in for the clinic. Patients see the free times here. To book for yourself, sign in as a patient.',
        })}
      </p>
    </Notice>
  );
}
