import type { Appointment } from '@health-connect/contract/appointments';
import { plural, t } from '@lingui/core/macro';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button.js';
import { Kbd } from '../../../components/kbd.js';
import { messageOf } from '../../../lib/api-error.js';
import { toast } from '../../../lib/toast.js';
import { useKeys } from '../../../lib/use-keys.js';
import { formatNumber } from '../../../lib/write.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import { type Question, AppointmentQuestions } from '../dialogs/appointment-questions.js';
import { timeLabel } from '../labels.js';
import { RequestRow } from './request-row.js';

/** More would bury the day below them. */
const FIRST = 6;

interface RequestsProps {
  requests: readonly Appointment[];
  now: number;
  zone: string;
  onOpen: (id: string) => void;
}

/** Appointments that wait for the doctor's answer, answered in place: with the mouse, or with arrows, C, D and P. */
export function Requests({ requests: all, now, zone, onOpen }: RequestsProps) {
  const [showsAll, setShowsAll] = useState(false);
  const count = all.length;
  const requests = showsAll ? all : all.slice(0, FIRST);
  const changing = useChangeAppointment();
  const [atId, setAtId] = useState<string | null>(null);
  const [asking, setAsking] = useState<{ appointment: Appointment; question: Question } | null>(null);
  const [failure, setFailure] = useState<{ id: string; error: unknown } | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const at = Math.max(
    0,
    requests.findIndex(({ _id }) => _id === atId),
  );
  useFocusAfterAnswer(list, requests);

  const confirm = async (appointment: Appointment) => {
    if (changing.isPending) return;
    setAtId(appointment._id);
    setFailure(null);
    try {
      await changing.mutateAsync({ appointment, change: { status: 'scheduled' } });
      toast.success(() => confirmed(appointment.patientId.name, timeLabel(appointment, zone)));
    } catch (error) {
      setFailure({ id: appointment._id, error });
    }
  };
  const step = (by: number) => {
    const next = requests[at + by];
    if (!next) return false;
    setAtId(next._id);
    list.current?.children[at + by]?.querySelector<HTMLElement>('[data-confirm]')?.focus();
    return true;
  };
  const current = requests[at];
  useKeys({
    ArrowUp: () => step(-1),
    ArrowDown: () => step(1),
    ...(current?.can.confirm && { c: () => void confirm(current) }),
    ...(current?.can.cancel && { d: () => setAsking({ appointment: current, question: 'cancel' }) }),
    ...(current?.can.reschedule && { p: () => setAsking({ appointment: current, question: 'propose' }) }),
  });

  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="requests-title">
      <div className="mb-2 flex items-center gap-2">
        <h2 id="requests-title">{t`Requests`}</h2>
        <span className="text-sm text-muted tabular-nums">{formatNumber(count)}</span>
        {requests.length > 1 && (
          <span className="ms-auto flex gap-1.5">
            <Kbd>↑</Kbd>
            <Kbd>↓</Kbd>
          </span>
        )}
      </div>
      <ul role="list" ref={list}>
        {requests.map((appointment, index) => (
          <RequestRow
            key={appointment._id}
            appointment={appointment}
            now={now}
            zone={zone}
            isAt={index === at}
            busy={changing.isPending && changing.variables.appointment._id === appointment._id}
            failure={failure?.id === appointment._id ? messageOf(failure.error) : null}
            onAt={() => setAtId(appointment._id)}
            onOpen={() => onOpen(appointment._id)}
            onConfirm={() => void confirm(appointment)}
            onDecline={() => setAsking({ appointment, question: 'cancel' })}
            onPropose={() => setAsking({ appointment, question: 'propose' })}
          />
        ))}
      </ul>
      {count > requests.length && (
        <Button variant="quiet" className="mt-2" onClick={() => setShowsAll(true)}>
          {plural(count, { one: 'Show all # request', other: 'Show all # requests' })}
        </Button>
      )}
      {asking && <AppointmentQuestions {...asking} zone={zone} onClose={() => setAsking(null)} />}
    </section>
  );
}

const confirmed = (name: string, time: string) => t`Visit confirmed: ${name}, ${time}`;

/** When the answered row goes, the focus it held goes to the row that takes its place. */
function useFocusAfterAnswer(list: RefObject<HTMLUListElement | null>, requests: readonly Appointment[]) {
  const held = useRef<{ id: string; index: number } | null>(null);
  useEffect(() => {
    const rows = [...(list.current?.children ?? [])];
    const lost = held.current;
    if (lost && document.activeElement === document.body && !requests.some(({ _id }) => _id === lost.id)) {
      rows[Math.min(lost.index, rows.length - 1)]?.querySelector<HTMLElement>('[data-confirm]')?.focus();
    }
    const remember = () => {
      const index = [...(list.current?.children ?? [])].findIndex((row) => row.contains(document.activeElement));
      const id = requests[index]?._id;
      held.current = id === undefined ? null : { id, index };
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [list, requests]);
}
