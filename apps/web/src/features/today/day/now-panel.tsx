import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ClipboardList, Clock, MessageCircle, Video } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { ButtonLink } from '../../../components/button-link.js';
import { Button } from '../../../components/button.js';
import { cx } from '../../../components/cx.js';
import { Kbd } from '../../../components/kbd.js';
import { Panel } from '../../../components/panel.js';
import { speaks } from '../../../lib/language/names.js';
import { paths } from '../../../lib/paths.js';
import { formatTime } from '../../../lib/time.js';
import { reasonName } from '../../../resources/appointments/usual-reasons.js';
import { inTheirWords, modeLabel, stretch, waitingWords } from '../labels.js';
import { isRunning } from '../read-day.js';
import type { Waiting } from './use-waiting.js';

interface NowPanelProps {
  appointment: Appointment;
  next: Appointment | null;
  now: number;
  zone: string;
  waiting: Waiting;
  onRecord: () => void;
}

/** Who is here now or comes next, in their words, and one button. */
export function NowPanel({ appointment, next, now, zone, waiting, onRecord }: NowPanelProps) {
  const { patientId: patient, mode, can } = appointment;
  const words = inTheirWords(appointment);
  const [from, to] = [formatTime(appointment.startsAt, zone), formatTime(appointment.endsAt, zone)];
  const joinFrom = formatTime(appointment.joinFrom, zone);

  return (
    <Panel aria-labelledby="now-title" className="grid gap-5">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-4">
        <Avatar id={patient._id} name={patient.name} src={patient.avatar} size={3.5} />
        <div>
          <Standing appointment={appointment} now={now} waitsSince={waiting.get(appointment._id)} />
          <h2 id="now-title" className="mt-0.5">
            <bdi>{patient.name}</bdi>
          </h2>
          <p className="detail-dots text-sm text-muted tabular-nums">
            <span>{t`Patient`}</span>
            {patient.language && <span>{speaks([patient.language])}</span>}
            <span>{t`${from} to ${to}`}</span>
            <span>{modeLabel(mode)}</span>
          </p>
        </div>
      </div>
      {words && (
        <blockquote className="max-w-read border-s-2 border-line-control ps-4 whitespace-pre-line wrap-anywhere">
          {words}
        </blockquote>
      )}
      <div className="flex flex-wrap gap-2">
        {can.join && (
          <WayIn to={paths.consult(appointment._id)} icon={<Video aria-hidden="true" />}>
            {t`Join`}
          </WayIn>
        )}
        {mode === 'chat' && (
          <WayIn to={paths.conversation(patient._id)} icon={<MessageCircle aria-hidden="true" />}>
            {t`Open chat`}
          </WayIn>
        )}
        <Button size="big" icon={<ClipboardList aria-hidden="true" />} onClick={onRecord}>
          {t`Record`}
        </Button>
        {mode === 'video' && (
          <ButtonLink size="big" icon={<MessageCircle aria-hidden="true" />} to={paths.conversation(patient._id)}>
            {t`Message`}
          </ButtonLink>
        )}
      </div>
      {mode === 'video' && !can.join && Date.parse(appointment.joinFrom) > now && (
        <p className="-mt-2 text-sm text-muted">{t`You can join from ${joinFrom}.`}</p>
      )}
      {next && <NextLine appointment={next} now={now} zone={zone} isWaiting={waiting.has(next._id)} />}
    </Panel>
  );
}

/** The one button of the panel; J presses it. */
const WayIn = ({ to, icon, children }: { to: string; icon: ReactNode; children: string }) => (
  <ButtonLink variant="primary" size="big" className="max-md:w-full" icon={icon} to={to}>
    {children} <Kbd>J</Kbd>
  </ButtonLink>
);

interface StandingProps {
  appointment: Appointment;
  now: number;
  waitsSince: string | undefined;
}

function Standing({ appointment, now, waitsSince }: StandingProps) {
  const running = isRunning(appointment, now);
  const distance = stretch(Math.abs(Date.parse(appointment.startsAt) - now));
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
      {running ? t`Now, since ${distance}` : t`Next, in ${distance}`}
    </p>
  );
}

interface NextLineProps {
  appointment: Appointment;
  now: number;
  zone: string;
  isWaiting: boolean;
}

function NextLine({ appointment, now, zone, isWaiting }: NextLineProps) {
  const { patientId: patient, startsAt } = appointment;
  const name = <bdi className="font-semibold">{patient.name}</bdi>;
  const time = <time dateTime={startsAt}>{formatTime(startsAt, zone)}</time>;
  const mode = modeLabel(appointment.mode);
  const distance = stretch(Date.parse(startsAt) - now);
  return (
    <div className="flex items-center gap-3 border-t border-line pt-4 text-sm">
      <Avatar id={patient._id} name={patient.name} src={patient.avatar} size={2} />
      <p className="line-clamp-2 min-w-0">
        {isRunning(appointment, now) ? (
          <Trans>
            <span className="text-muted">Also now:</span> {name}, {time}, {mode}
          </Trans>
        ) : (
          <Trans>
            <span className="text-muted">Next, in {distance}:</span> {name}, {time}, {mode}
          </Trans>
        )}{' '}
        {isWaiting && <span className="font-medium text-warn">{t`in the waiting room`} </span>}
        <bdi className="text-muted">{reasonName(appointment.reason)}</bdi>
      </p>
    </div>
  );
}
