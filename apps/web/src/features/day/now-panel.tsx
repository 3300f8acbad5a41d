import type { Appointment } from '@health-connect/contract/appointments';
import { ClipboardList, Clock, MessageCircle, Video } from 'lucide-react';
import { Avatar } from '../../components/avatar.js';
import { Button } from '../../components/button.js';
import { ButtonLink } from '../../components/button-link.js';
import { cx } from '../../components/cx.js';
import { Kbd } from '../../components/kbd.js';
import { Panel } from '../../components/panel.js';
import { paths } from '../../lib/paths.js';
import { isRunning } from './read-day.js';
import type { Waiting } from './use-waiting.js';
import { inTheirWords, stretch, waitingWords } from './words.js';
import { formatTime } from '../../lib/time.js';

interface NowPanelProps {
  visit: Appointment;
  next: Appointment | null;
  now: number;
  zone: string;
  waiting: Waiting;
  onRecord: () => void;
}

/** Who is here now or comes next, in their words, and one button. */
export function NowPanel({ visit, next, now, zone, waiting, onRecord }: NowPanelProps) {
  const { patientId: patient, mode, can } = visit;
  const words = inTheirWords(visit);
  const times = `${formatTime(visit.startsAt, zone)} to ${formatTime(visit.endsAt, zone)}`;

  return (
    <Panel aria-labelledby="now-title" className="grid gap-5">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-4">
        <Avatar id={patient._id} name={patient.name} src={patient.avatar} size={3.5} />
        <div>
          <Standing visit={visit} now={now} waitsSince={waiting.get(visit._id)} />
          <h2 id="now-title" className="mt-0.5">
            {patient.name}
          </h2>
          <p className="detail-dots text-sm text-muted tabular-nums">
            <span>Patient</span>
            <span>{times}</span>
            <span>{mode}</span>
          </p>
        </div>
      </div>
      {words && (
        <blockquote className="max-w-read border-l-2 border-line-control pl-4 whitespace-pre-line wrap-anywhere">
          {words}
        </blockquote>
      )}
      <div className="flex flex-wrap gap-2">
        {can.join && (
          <ButtonLink
            variant="primary"
            size="big"
            className="max-md:w-full"
            icon={<Video aria-hidden="true" />}
            to={paths.consult(visit._id)}
          >
            Join <Kbd>J</Kbd>
          </ButtonLink>
        )}
        {mode === 'chat' && (
          <ButtonLink
            variant="primary"
            size="big"
            className="max-md:w-full"
            icon={<MessageCircle aria-hidden="true" />}
            to={paths.conversation(patient._id)}
          >
            Open chat <Kbd>J</Kbd>
          </ButtonLink>
        )}
        <Button size="big" icon={<ClipboardList aria-hidden="true" />} onClick={onRecord}>
          Record
        </Button>
        {mode === 'video' && (
          <ButtonLink size="big" icon={<MessageCircle aria-hidden="true" />} to={paths.conversation(patient._id)}>
            Message
          </ButtonLink>
        )}
      </div>
      {mode === 'video' && !can.join && Date.parse(visit.joinFrom) > now && (
        <p className="-mt-2 text-sm text-muted">You can join from {formatTime(visit.joinFrom, zone)}.</p>
      )}
      {next && <NextLine visit={next} now={now} zone={zone} isWaiting={waiting.has(next._id)} />}
    </Panel>
  );
}

interface StandingProps {
  visit: Appointment;
  now: number;
  waitsSince: string | undefined;
}

function Standing({ visit, now, waitsSince }: StandingProps) {
  const running = isRunning(visit, now);
  const distance = stretch(Math.abs(Date.parse(visit.startsAt) - now));
  if (waitsSince !== undefined) {
    return (
      <p role="status" className="flex items-center gap-1.5 text-sm font-medium text-warn">
        <Clock aria-hidden="true" />
        {waitingWords(waitsSince, now)}
      </p>
    );
  }
  return (
    <p className={cx('flex items-center gap-1.5 text-sm font-medium', running ? 'text-warn' : 'text-muted')}>
      <Clock aria-hidden="true" />
      {running ? `Now, since ${distance}` : `Next, in ${distance}`}
    </p>
  );
}

interface NextLineProps {
  visit: Appointment;
  now: number;
  zone: string;
  isWaiting: boolean;
}

function NextLine({ visit, now, zone, isWaiting }: NextLineProps) {
  const { patientId: patient } = visit;
  return (
    <div className="flex items-center gap-3 border-t border-line pt-4 text-sm">
      <Avatar id={patient._id} name={patient.name} src={patient.avatar} size={2} />
      <p className="line-clamp-2 min-w-0">
        <span className="text-muted">
          {isRunning(visit, now) ? 'Also now: ' : `Next, in ${stretch(Date.parse(visit.startsAt) - now)}: `}
        </span>
        <b className="font-semibold">{patient.name}</b>,{' '}
        <time dateTime={visit.startsAt}>{formatTime(visit.startsAt, zone)}</time>, {visit.mode}{' '}
        {isWaiting && <span className="font-medium text-warn">in the waiting room </span>}
        <span className="text-muted">{visit.reason}</span>
      </p>
    </div>
  );
}
