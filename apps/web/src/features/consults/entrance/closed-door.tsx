import type { Appointment } from '@health-connect/contract/appointments';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../../../components/button-link.js';
import { Clocks } from '../../../components/clocks.js';
import { paths } from '../../../lib/paths.js';
import { clocksFor } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import type { Entrance } from './entrance.js';
import type { ConsultRole } from '../participants.js';
import { otherOf } from '../../../resources/appointments/reader.js';
import { homeOf, TopLine } from '../top-line.js';
import { entranceLabels } from '../labels.js';

interface ClosedDoorProps {
  appointment: Appointment;
  role: ConsultRole;
  at: Exclude<Entrance['at'], 'open'>;
}

/** Why the visit cannot be joined now, with its time on both clocks, and where to go. */
export function ClosedDoor({ appointment, role, at }: ClosedDoorProps) {
  const other = otherOf(appointment, role);
  const { name } = other;
  const { title, text } = entranceLabels(at, role, name);

  return (
    <>
      <TopLine role={role} wayOut={t`Close`} />
      <div className="m-auto grid w-full max-w-112 gap-6 px-4 pb-16">
        <div className="grid gap-2">
          <p className="text-sm text-muted">
            <Trans>
              Visit with <bdi>{name}</bdi>
            </Trans>
          </p>
          <h1 className="text-xl">{title}</h1>
          <p className="text-muted">{text}</p>
        </div>
        {at === 'early' ? (
          <>
            <Opening appointment={appointment} role={role} />
            <ChatLink to={paths.conversation(other._id)} />
          </>
        ) : (
          <div className="flex flex-wrap gap-2">
            <ButtonLink to={homeOf(role)} variant="primary">
              {role === 'doctor' ? t`Your day` : t`Your appointments`}
            </ButtonLink>
            <ChatLink to={paths.conversation(other._id)} />
          </div>
        )}
      </div>
    </>
  );
}

const ChatLink = ({ to }: { to: string }) => (
  <ButtonLink to={to} className="justify-self-start">
    {t`Write a message`}
  </ButtonLink>
);

function Opening({ appointment, role }: Pick<ClosedDoorProps, 'appointment' | 'role'>) {
  const { startsAt, joinFrom, timeZone, patientId } = appointment;
  const minutes = Math.max(1, Math.ceil((Date.parse(joinFrom) - useNow(5_000)) / 60_000));
  return (
    <div className="grid gap-4">
      <div>
        <h2 className="mb-2 text-sm font-medium text-muted">{t`Starts`}</h2>
        <Clocks
          {...(role === 'patient'
            ? clocksFor(startsAt, timeZone, 'doctor')
            : clocksFor(startsAt, patientId.timeZone ?? timeZone, 'patient'))}
        />
      </div>
      <p role="status" className="tabular-nums">
        {opensIn(minutes)}
      </p>
    </div>
  );
}

function opensIn(minutes: number): string {
  const hours = Math.round(minutes / 60);
  const days = Math.round(hours / 24);
  if (minutes < 90) return plural(minutes, { other: 'The door opens in # min.' });
  if (hours < 48) return plural(hours, { other: 'The door opens in # h.' });
  return plural(days, { one: 'The door opens in # day.', other: 'The door opens in # days.' });
}
