import type { Actor, AppointmentCommand, AppointmentStatus } from '@health-connect/contract/status';

/** From then on a doctor may say that the patient did not come. */
const NO_SHOW_AFTER_MS = 15 * 60_000;

/** Another time that a doctor proposed and the patient has not answered yet; instants are epoch ms. */
export interface Proposal {
  /** Without an answer until then it lapses: the new time less the minimum notice. */
  answerBy: number;
  /** What the appointment was, and is again when the answer is no. */
  previous: Extract<AppointmentStatus, 'pending' | 'scheduled'>;
}

/** What a transition depends on besides who asks and for what; instants are epoch ms. */
export interface TransitionFacts {
  now: number;
  startsAt: number;
  /** A request without the doctor's answer until then is over; default: its start. */
  answerBy?: number;
  autoConfirm: boolean;
  patientJoined: boolean;
  /** There is one exactly while the appointment is `rescheduled`. */
  proposal?: Proposal;
}

/** The next status; or `forbidden` (never theirs to ask), `invalid_transition` (not now). */
export type TransitionResult =
  { ok: true; status: AppointmentStatus } | { ok: false; code: 'forbidden' | 'invalid_transition' };

/** One way from a status: who may take it, and where it leads, null while it is not open. */
interface Way {
  from: readonly AppointmentStatus[];
  by: readonly Actor[];
  to: (facts: TransitionFacts, from: AppointmentStatus) => AppointmentStatus | null;
}

const isBeforeStart = ({ now, startsAt }: TransitionFacts) => now < startsAt;
/** A request past its time is over, whether or not the system came to release it yet. */
const isWaiting = ({ now, startsAt, answerBy = startsAt }: TransitionFacts) => now < Math.min(answerBy, startsAt);
/** Once the patient was in the room, completing is the only way on. */
const mayChange = (facts: TransitionFacts) => isBeforeStart(facts) && !facts.patientJoined;
const isOpen = ({ now, proposal }: TransitionFacts) => proposal !== undefined && now < proposal.answerBy;
const isLapsed = ({ now, proposal }: TransitionFacts) => proposal !== undefined && now >= proposal.answerBy;
const mayBeNoShow = ({ now, startsAt, patientJoined }: TransitionFacts) =>
  !patientJoined && now >= startsAt + NO_SHOW_AFTER_MS;

const ACTIVE = ['pending', 'scheduled', 'rescheduled'] as const;

/** The table of product.md, Status; every pair that is not here is an invalid transition. */
const WAYS: Record<AppointmentCommand, readonly Way[]> = {
  confirm: [{ from: ['pending'], by: ['doctor'], to: (facts) => (isWaiting(facts) ? 'scheduled' : null) }],
  move: [
    {
      from: ['pending', 'scheduled'],
      by: ['patient'],
      to: (facts) => (mayChange(facts) ? initialStatus(facts.autoConfirm) : null),
    },
  ],
  propose: [
    { from: ['pending'], by: ['doctor'], to: (facts) => (isWaiting(facts) ? 'rescheduled' : null) },
    { from: ['scheduled'], by: ['doctor'], to: ({ patientJoined }) => (patientJoined ? null : 'rescheduled') },
  ],
  accept: [{ from: ['rescheduled'], by: ['patient'], to: (facts) => (isOpen(facts) ? 'scheduled' : null) }],
  decline: [{ from: ['rescheduled'], by: ['patient'], to: ({ proposal }) => proposal?.previous ?? null }],
  cancel: [
    { from: ACTIVE, by: ['patient'], to: (facts) => (mayChange(facts) ? 'cancelled' : null) },
    { from: ACTIVE, by: ['doctor'], to: ({ patientJoined }) => (patientJoined ? null : 'cancelled') },
  ],
  complete: [{ from: ['scheduled'], by: ['doctor'], to: (facts) => (isBeforeStart(facts) ? null : 'completed') }],
  mark_no_show: [{ from: ['scheduled'], by: ['doctor'], to: (facts) => (mayBeNoShow(facts) ? 'no_show' : null) }],
  expire: [
    { from: ['pending'], by: ['system'], to: (facts) => (isWaiting(facts) ? null : 'cancelled') },
    {
      from: ['rescheduled'],
      by: ['system'],
      to: (facts) => (isLapsed(facts) ? facts.proposal!.previous : null),
    },
  ],
};

/** The status of a new appointment, and of one that its patient moved. */
export function initialStatus(autoConfirm: boolean): AppointmentStatus {
  return autoConfirm ? 'scheduled' : 'pending';
}

/** What a command of an actor makes of an appointment. That the actor is a party to it is the caller's to check. */
export function transition(
  current: AppointmentStatus,
  command: AppointmentCommand,
  actor: Actor,
  facts: TransitionFacts,
): TransitionResult {
  const ways = WAYS[command].filter(({ by }) => by.includes(actor));
  if (!ways.length) return { ok: false, code: 'forbidden' };
  const status = ways.find(({ from }) => from.includes(current))?.to(facts, current);
  return status ? { ok: true, status } : { ok: false, code: 'invalid_transition' };
}
