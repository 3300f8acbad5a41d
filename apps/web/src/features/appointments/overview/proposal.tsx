import type { Appointment, PatientChange, ProposedTime } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { Panel } from '../../../components/panel.js';
import { messageOf } from '../../../lib/api-error.js';
import { formatClocks, formatDateAt, formatTime, formatWhen, ownZone, useOwnZone } from '../../../lib/time.js';
import { toast } from '../../../lib/toast.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import { DetailsLink } from '../details/details-link.js';
import type { Ask } from '../dialogs/actions.js';
import { lineOf } from '../labels.js';

interface ProposalProps {
  appointment: Appointment;
  proposed: ProposedTime;
  ask: Ask;
}

/** The doctor proposes another time: take it, keep the old one, or look for a third. */
export function Proposal({ appointment, proposed, ask }: ProposalProps) {
  const { mutateAsync: change } = useChangeAppointment();
  const [working, setWorking] = useState<PatientChange['proposal'] | null>(null);
  const zone = useOwnZone();
  const { comment } = appointment;
  const { name } = appointment.doctorId;
  const [newTime, oldTime] = [shortOf(proposed.startsAt, zone), shortOf(appointment.startsAt, zone)];
  const [until, stays] = [formatWhen(proposed.answerBy, zone), formatTime(appointment.startsAt, zone)];

  const answer = async (proposal: 'accept' | 'decline') => {
    setWorking(proposal);
    try {
      const { startsAt } = await change({ appointment, change: { proposal } });
      const when = formatWhen(startsAt, zone);
      toast.success(t`Your visit is ${when}`);
    } catch (error) {
      toast.error(messageOf(error));
    } finally {
      setWorking(null);
    }
  };

  return (
    <Panel aria-label={t`Proposal of ${name}`}>
      <div className="flex items-start gap-3">
        <Avatar id={appointment.doctorId._id} name={appointment.doctorId.name} src={appointment.doctorId.avatar} />
        <div className="min-w-0">
          <h3 className="wrap-anywhere">
            <Trans>
              <DetailsLink appointment={appointment}>
                <bdi>{name}</bdi>
              </DetailsLink>{' '}
              proposes another time
            </Trans>
          </h3>
          <p className="text-sm wrap-anywhere text-muted">
            {lineOf(appointment, 'patient')} {comment && t`“${comment}”`}
          </p>
        </div>
      </div>
      <div className="my-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Time label={t`Now`} at={appointment.startsAt} doctorZone={appointment.timeZone} old />
        <ArrowRight aria-hidden="true" className="text-muted max-[30rem]:hidden" />
        <Time label={t`Proposed`} at={proposed.startsAt} doctorZone={appointment.timeZone} />
      </div>
      {appointment.can.answer && (
        <div className="flex flex-wrap gap-2">
          <Button variant="soft" busy={working === 'accept'} onClick={() => void answer('accept')}>
            {t`Take ${newTime}`}
          </Button>
          <Button busy={working === 'decline'} onClick={() => void answer('decline')}>
            {t`Keep ${oldTime}`}
          </Button>
          <Button variant="quiet" onClick={() => ask({ kind: 'move', appointment })}>
            {t`Find another time`}
          </Button>
        </div>
      )}
      <p className="mt-3 text-sm text-muted">
        {t`Both times are held for you. Without an answer by ${until}, the visit stays at ${stays}.`}
      </p>
    </Panel>
  );
}

function Time({ label, at, doctorZone, old }: { label: string; at: string; doctorZone: string; old?: boolean }) {
  const { other } = formatClocks(at, ownZone(), doctorZone);
  return (
    <div>
      <p className="text-sm text-muted">{label}</p>
      <p className={old ? 'text-lg font-semibold text-muted tabular-nums' : 'text-lg font-semibold tabular-nums'}>
        <time dateTime={at}>{formatWhen(at, ownZone())}</time>
      </p>
      {other && (
        <p className="text-sm text-muted tabular-nums">{thereWords(formatDateAt(at, doctorZone, 'weekday'), other)}</p>
      )}
    </div>
  );
}

function shortOf(moment: string, zone: string): string {
  const [weekday, time] = [formatDateAt(moment, zone, 'weekday'), formatTime(moment, zone)];
  return `${weekday} ${time}`;
}

const thereWords = (weekday: string, { time, city }: { time: string; city: string }) =>
  t`${weekday} ${time} in ${city}`;
