import { type Appointment, readCalendarFile } from '@health-connect/contract/appointments';
import {
  CalendarCheck,
  CalendarPlus,
  CircleCheck,
  Hourglass,
  type LucideIcon,
  MessageCircle,
  Video,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { buttonClass } from '../../../components/button-style.js';
import { Button } from '../../../components/button.js';
import { Clocks } from '../../../components/clocks.js';
import { Panel } from '../../../components/panel.js';
import { addressOf } from '../../../lib/call.js';
import { paths } from '../../../lib/paths.js';
import { clocksFor, formatDay, formatTime, ownZone } from '../../../lib/time.js';
import { useAppointment } from '../../../resources/appointments/queries.js';

interface BookedProps {
  appointment: Appointment;
  onAnother: () => void;
}

/** After booking: when on both clocks, and what happens next; turns by itself when the doctor answers. */
export function Booked({ appointment: booked, onAnother }: BookedProps) {
  const appointment = useAppointment(booked);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  return (
    <Panel aria-labelledby="booked-title" className="grid gap-6">
      <h2 ref={title} id="booked-title" tabIndex={-1} className="flex items-center gap-2">
        <Heading status={appointment.status} isReleased={wasReleased(appointment)} />
      </h2>
      <Clocks {...clocksFor(appointment.startsAt, appointment.timeZone, 'doctor')} />
      <div>
        <h3 className="mb-2">What happens next</h3>
        <ul className="grid gap-2 text-sm">
          {nextSteps(appointment).map(({ icon: Icon, text }) => (
            <li key={text} className="flex gap-3">
              <Icon aria-hidden="true" className="mt-px text-muted" />
              {text}
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" to={paths.appointments}>
          See your appointments
        </ButtonLink>
        <a className={buttonClass()} href={addressOf(readCalendarFile, { params: { id: appointment._id } })} download>
          <CalendarPlus aria-hidden="true" />
          Add to calendar
        </a>
        <Button variant="plain" onClick={onAnother}>
          Book another time
        </Button>
      </div>
    </Panel>
  );
}

/** The system let go of a request that had no answer. */
const wasReleased = ({ status, history }: Appointment) => status === 'cancelled' && history.at(-1)?.by === 'system';

function Heading({ status, isReleased }: { status: Appointment['status']; isReleased: boolean }) {
  if (status === 'scheduled') {
    return (
      <>
        <CircleCheck aria-hidden="true" className="text-success" /> Your visit is confirmed
      </>
    );
  }
  if (status === 'pending') {
    return (
      <>
        <Hourglass aria-hidden="true" className="text-warn" /> Your request is with the doctor
      </>
    );
  }
  if (isReleased) {
    return (
      <>
        <Hourglass aria-hidden="true" className="text-warn" /> The doctor did not answer in time
      </>
    );
  }
  return <>This visit has changed. See your appointments.</>;
}

const untilWhen = ({ answerBy }: Appointment) =>
  answerBy ? ` by ${formatDay(answerBy, ownZone())}, ${formatTime(answerBy, ownZone())}, and you see it here` : '';

function nextSteps(appointment: Appointment): { icon: LucideIcon; text: string }[] {
  const { status, doctorId, mode, joinFrom } = appointment;
  if (wasReleased(appointment)) {
    return [{ icon: CalendarCheck, text: 'Your request was released. Book another time, or look for another doctor.' }];
  }
  const join =
    mode === 'video'
      ? { icon: Video, text: `From ${formatTime(joinFrom, ownZone())} that day you can join it under Appointments.` }
      : { icon: MessageCircle, text: `At that time ${doctorId.name} writes with you under Messages.` };
  const change = { icon: CalendarCheck, text: 'You can move or cancel it there until it starts.' };
  if (status === 'scheduled') return [join, change];
  return [
    { icon: Hourglass, text: `The time is held for you. ${doctorId.name} answers${untilWhen(appointment)}.` },
    join,
    change,
  ];
}
