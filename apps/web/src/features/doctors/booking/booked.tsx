import { type Appointment, readCalendarFile } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import {
  CalendarCheck,
  CalendarPlus,
  CircleCheck,
  Hourglass,
  type LucideIcon,
  MessageCircle,
  Video,
} from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { buttonClass } from '../../../components/button-style.js';
import { Button } from '../../../components/button.js';
import { Clocks } from '../../../components/clocks.js';
import { Panel } from '../../../components/panel.js';
import { addressOf } from '../../../lib/call.js';
import { paths } from '../../../lib/paths.js';
import { clocksFor, formatTime, formatWhen, ownZone } from '../../../lib/time.js';
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
        <h3 className="mb-2">{t`What happens next`}</h3>
        <ul className="grid gap-2 text-sm">
          {nextSteps(appointment).map(({ key, icon: Icon, text }) => (
            <li key={key} className="flex gap-3">
              <Icon aria-hidden="true" className="mt-px text-muted" />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" to={paths.appointments}>
          {t`See your appointments`}
        </ButtonLink>
        <a className={buttonClass()} href={addressOf(readCalendarFile, { params: { id: appointment._id } })} download>
          <CalendarPlus aria-hidden="true" />
          {t`Add to calendar`}
        </a>
        <Button variant="plain" onClick={onAnother}>
          {t`Book another time`}
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
        <CircleCheck aria-hidden="true" className="text-success" /> {t`Your visit is confirmed`}
      </>
    );
  }
  if (status === 'pending') {
    return (
      <>
        <Hourglass aria-hidden="true" className="text-warn" /> {t`Your request is with the doctor`}
      </>
    );
  }
  if (isReleased) {
    return (
      <>
        <Hourglass aria-hidden="true" className="text-warn" /> {t`The doctor did not answer in time`}
      </>
    );
  }
  return <>{t`This visit has changed. See your appointments.`}</>;
}

interface Step {
  key: string;
  icon: LucideIcon;
  text: ReactNode;
}

function nextSteps(appointment: Appointment): Step[] {
  if (wasReleased(appointment)) {
    const text = t`Your request was released. Book another time, or look for another doctor.`;
    return [{ key: 'released', icon: CalendarCheck, text }];
  }
  const change = { key: 'change', icon: CalendarCheck, text: t`You can move or cancel it there until it starts.` };
  if (appointment.status === 'scheduled') return [joining(appointment), change];
  return [
    { key: 'answer', icon: Hourglass, text: <Waiting appointment={appointment} /> },
    joining(appointment),
    change,
  ];
}

function joining({ mode, joinFrom, doctorId: { name } }: Appointment): Step {
  const time = formatTime(joinFrom, ownZone());
  if (mode === 'video')
    return { key: 'join', icon: Video, text: t`From ${time} that day you can join it under Appointments.` };
  const text = (
    <Trans>
      At that time <bdi>{name}</bdi> writes with you under Messages.
    </Trans>
  );
  return { key: 'join', icon: MessageCircle, text };
}

function Waiting({ appointment: { doctorId, answerBy } }: { appointment: Appointment }) {
  const { name } = doctorId;
  const until = answerBy && formatWhen(answerBy, ownZone());
  return until ? (
    <Trans>
      The time is held for you. <bdi>{name}</bdi> answers by {until}, and you see it here.
    </Trans>
  ) : (
    <Trans>
      The time is held for you. <bdi>{name}</bdi> answers.
    </Trans>
  );
}
