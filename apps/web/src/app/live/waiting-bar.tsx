import type { WaitingPatient } from '@health-connect/contract/consults';
import { select, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Hourglass } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { Avatar } from '../../components/avatar.js';
import { Button } from '../../components/button.js';
import { ButtonLink } from '../../components/button-link.js';
import { paths } from '../../lib/paths.js';
import { snooze, useSnoozed } from '../../lib/snoozed.js';
import { formatTime, ownZone } from '../../lib/time.js';
import { rowOf } from '../../lib/write.js';
import { useTitleNews } from '../../lib/use-document-title.js';
import { useIsPhone } from '../../lib/use-is-phone.js';
import { useNow } from '../../lib/use-now.js';
import { useWaitingPatients } from '../../resources/consults/queries.js';
import { useWaitingChime } from './use-waiting-chime.js';

const LATER_MINUTES = 5;
/** More rows would push the page away. */
const ROWS = { phone: 1, wide: 2 };

/** Somebody who comes again waits anew. */
const keyOf = ({ appointmentId, peerId, since }: WaitingPatient) => `${appointmentId}:${peerId}:${since}`;
const until = () => Date.now() + LATER_MINUTES * 60_000;

/** Who waits for the doctor, on every page: in the tab's title, with a sound, and with the way to them. */
export function WaitingBar() {
  const waiting = useWaitingPatients();
  const { pathname } = useLocation();
  const now = useNow(5_000);
  const isSnoozed = useSnoozed();
  const elsewhere = waiting.filter(({ appointmentId }) => paths.consult(appointmentId) !== pathname);
  const shown = elsewhere.filter((person) => !isSnoozed(keyOf(person), now));
  const announcement = useAnnouncement(waiting, elsewhere);
  useTitleNews('waiting', titleOf(waiting));
  useWaitingChime(shown.filter(({ doctorPresent }) => !doctorPresent).map(keyOf));

  // Whoever has opened the visit has seen who waits there, in their other tabs too.
  const opened = waiting.find(({ appointmentId }) => paths.consult(appointmentId) === pathname);
  const openedKey = opened && keyOf(opened);
  useEffect(() => {
    if (openedKey) snooze([openedKey], until());
  }, [openedKey]);

  return (
    <>
      <p aria-live="polite" className="sr-only">
        {announcement}
      </p>
      {shown.length > 0 && <Bar people={shown} onLater={() => snooze(shown.map(keyOf), until())} />}
    </>
  );
}

function titleOf([first, ...others]: readonly WaitingPatient[]): string | null {
  if (!first) return null;
  const count = others.length + 1;
  const { name } = first;
  return t`(${count}) ${name} is waiting`;
}

/** What a screen reader says: once for each person who comes, and not in the visit itself, which tells by itself. */
function useAnnouncement(waiting: readonly WaitingPatient[], elsewhere: readonly WaitingPatient[]): string {
  const [said, setSaid] = useState<{ keys: string; people: readonly WaitingPatient[] }>({ keys: '', people: [] });
  const keys = waiting.map(keyOf).join(' ');
  if (keys !== said.keys) {
    const known = said.keys.split(' ');
    const newcomers = elsewhere.filter((person) => !known.includes(keyOf(person)));
    setSaid({ keys, people: newcomers.length > 0 || keys === '' ? newcomers : said.people });
  }
  return said.people.map(isWaiting).join(' ');
}

const isWaiting = ({ name, role }: WaitingPatient) =>
  select(role, {
    patient: `${name}, patient, is waiting for you.`,
    doctor: `${name}, doctor, is waiting for you.`,
    other: `${name}, guest, is waiting for you.`,
  });

function Bar({ people, onLater }: { people: readonly WaitingPatient[]; onLater: () => void }) {
  const rows = useIsPhone() ? ROWS.phone : ROWS.wide;
  const rest = people.slice(rows);
  const minutes = LATER_MINUTES;
  const names = rowOf(rest.map(({ name }) => name));
  return (
    <section
      aria-label={t`Waiting room`}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-warn-soft px-4 py-2 text-sm text-ink"
    >
      <ul role="list" className="grid min-w-0 flex-1 basis-72 gap-1">
        {people.slice(0, rows).map((person, index) => (
          <WaitingRow key={keyOf(person)} person={person} isFirst={index === 0} />
        ))}
        {rest.length > 0 && <li className="wrap-anywhere text-muted">{t`Also waiting: ${names}`}</li>}
      </ul>
      <Button variant="plain" className="max-md:w-full" onClick={onLater}>
        {t`Remind me in ${minutes} min`}
      </Button>
    </section>
  );
}

function WaitingRow({ person, isFirst }: { person: WaitingPatient; isFirst: boolean }) {
  const { patientId, name, avatar, role, since, appointmentId } = person;
  return (
    <li className="flex items-center gap-3">
      <span className="max-md:hidden">
        <Avatar id={patientId} name={name} src={avatar} size={2.25} />
      </span>
      <p className="min-w-0 flex-1">
        <b className="line-clamp-2 font-semibold wrap-anywhere">
          <bdi>{name}</bdi>
        </b>
        <span className="flex items-center gap-1.5 text-warn tabular-nums">
          <Hourglass aria-hidden="true" />
          <span>
            <WaitingSince role={role} since={since} />
          </span>
        </span>
      </p>
      <ButtonLink variant={isFirst ? 'primary' : 'neutral'} to={paths.consult(appointmentId)}>
        <Trans>
          Open visit<span className="sr-only"> of {name}</span>
        </Trans>
      </ButtonLink>
    </li>
  );
}

function WaitingSince({ role, since }: Pick<WaitingPatient, 'role' | 'since'>) {
  const clock = formatTime(since, ownZone());
  if (role === 'patient') {
    return (
      <Trans>
        patient, waiting since <time dateTime={since}>{clock}</time>
      </Trans>
    );
  }
  if (role === 'doctor') {
    return (
      <Trans>
        doctor, waiting since <time dateTime={since}>{clock}</time>
      </Trans>
    );
  }
  return (
    <Trans>
      guest, waiting since <time dateTime={since}>{clock}</time>
    </Trans>
  );
}
