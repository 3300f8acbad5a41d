import type { ClientEvent } from '@health-connect/contract/realtime';
import type { Fixtures } from '../../test/fixtures.js';

/** Who has sockets: those without a session, or suspended, get none. */
export const CONNECTED = ['anna', 'ben', 'xavier', 'yara', 'pharmacist', 'admin'] as const;
export type Connected = (typeof CONNECTED)[number];

/**
 * What an event names: a thing of Anna and Xavier's, another (Ben and Yara's; of doctors: one who is not listed), or
 * one that does not exist. In a consult the doctor is inside and the patient waits; in a talk both are inside.
 */
export type Thing = 'patient' | 'doctor' | 'ringing call' | 'accepted call' | 'open visit' | 'consult' | 'talk';

/** `id` is the thing's; the patient's `peerId` comes with a consult or talk. */
type Payload = (named: { id: string; peerId: string; fixtures: Fixtures }) => object;

interface Row {
  event: ClientEvent;
  thing: Thing;
  payload: Payload;
  /** `ok` or the error's code for each of CONNECTED, in their order: anna ben xavier yara pharmacist admin. */
  hers: string;
  other: string;
  missing: string;
}

const OK = 'ok ok ok ok forbidden forbidden';
const NOT_FOUND = 'not_found not_found not_found not_found forbidden forbidden';
const UNREACHABLE = 'unreachable unreachable unreachable unreachable forbidden forbidden';
const HER_DOCTOR = 'not_found not_found ok not_found forbidden forbidden';
const HIS_DOCTOR = 'not_found not_found not_found ok forbidden forbidden';
const HER_PATIENT = 'ok not_found not_found not_found forbidden forbidden';
const HER_TWO = 'ok not_found ok not_found forbidden forbidden';
const HIS_TWO = 'not_found ok not_found ok forbidden forbidden';
const PATIENTS = 'ok ok not_found not_found forbidden forbidden';

const offer = { type: 'offer', sdp: 'v=0 offer' };
const answer = { type: 'answer', sdp: 'v=0 answer' };
const candidate = { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host', sdpMid: '0' };
const to = (fixtures: Fixtures) => fixtures.pairs.annaXavier.doctor.id;
let sent = 0;
const text = () => ({ type: 'text', text: 'Hello', clientId: `event-table-${++sent}` });

/** The same question about a patient and about a doctor. */
const ofPeople = (event: ClientEvent, payload: Payload, patient: Columns, doctor: Columns): Row[] => [
  { event, thing: 'patient', payload, ...patient },
  { event, thing: 'doctor', payload, ...doctor },
];
type Columns = Pick<Row, 'hers' | 'other' | 'missing'>;

const THEIR_DOCTORS = { hers: HER_DOCTOR, other: HIS_DOCTOR, missing: NOT_FOUND };
const ANY_PATIENT = { hers: PATIENTS, other: NOT_FOUND, missing: NOT_FOUND };
const THEIR_TWO = { hers: HER_TWO, other: HIS_TWO, missing: NOT_FOUND };
/** Whoever is no doctor may not send these at all, whatever they name. */
const NO_HOST = 'forbidden forbidden not_found not_found forbidden forbidden';
const HOSTS = {
  hers: 'forbidden forbidden ok not_found forbidden forbidden',
  other: 'forbidden forbidden not_found ok forbidden forbidden',
  missing: NO_HOST,
};
const DOCTORS_ONLY = 'forbidden forbidden ok ok forbidden forbidden';
const ALWAYS = { hers: OK, other: OK, missing: OK };

export const EVENT_TABLE: Row[] = [
  ...ofPeople('message-send', ({ id }) => ({ to: id, ...text() }), THEIR_DOCTORS, ANY_PATIENT),
  ...ofPeople('typing-start', ({ id }) => ({ to: id }), THEIR_DOCTORS, ANY_PATIENT),
  ...ofPeople('typing-stop', ({ id }) => ({ to: id }), ALWAYS, ALWAYS),
  ...(['message-delivered', 'message-read'] as const).flatMap((event) =>
    ofPeople(event, ({ id }) => ({ from: id, upTo: 1 }), THEIR_DOCTORS, {
      hers: HER_PATIENT,
      other: NOT_FOUND,
      missing: NOT_FOUND,
    }),
  ),
  ...ofPeople('presence-watch', ({ id }) => ({ userIds: [id] }), ALWAYS, ALWAYS),

  ...ofPeople(
    'call-user',
    ({ id }) => ({ to: id, offer }),
    {
      hers: 'unreachable unreachable ok unreachable forbidden forbidden',
      other: 'unreachable unreachable unreachable ok forbidden forbidden',
      missing: UNREACHABLE,
    },
    {
      hers: 'ok unreachable unreachable unreachable forbidden forbidden',
      other: UNREACHABLE,
      missing: UNREACHABLE,
    },
  ),
  {
    event: 'answer-call',
    thing: 'ringing call',
    payload: ({ id, fixtures }) => ({ to: to(fixtures), callId: id, answer }),
    hers: 'call_over not_found ok not_found forbidden forbidden',
    other: 'not_found call_over not_found ok forbidden forbidden',
    missing: NOT_FOUND,
  },
  {
    event: 'call-rejected',
    thing: 'ringing call',
    payload: ({ id, fixtures }) => ({ to: to(fixtures), callId: id }),
    hers: 'call_over not_found ok not_found forbidden forbidden',
    other: 'not_found call_over not_found ok forbidden forbidden',
    missing: NOT_FOUND,
  },
  {
    event: 'call-end',
    thing: 'ringing call',
    payload: ({ id, fixtures }) => ({ to: to(fixtures), callId: id }),
    ...THEIR_TWO,
  },
  {
    event: 'call-end',
    thing: 'accepted call',
    payload: ({ id, fixtures }) => ({ to: to(fixtures), callId: id }),
    ...THEIR_TWO,
  },
  {
    event: 'ice-candidate',
    thing: 'ringing call',
    payload: ({ id, fixtures }) => ({ to: to(fixtures), callId: id, candidate }),
    hers: 'invalid_transition not_found invalid_transition not_found forbidden forbidden',
    other: 'not_found invalid_transition not_found invalid_transition forbidden forbidden',
    missing: NOT_FOUND,
  },
  {
    event: 'ice-candidate',
    thing: 'accepted call',
    payload: ({ id, fixtures }) => ({ to: to(fixtures), callId: id, candidate }),
    ...THEIR_TWO,
  },
  {
    event: 'call-signal',
    thing: 'accepted call',
    payload: ({ id }) => ({ callId: id, description: offer }),
    ...THEIR_TWO,
  },
  { event: 'call-connected', thing: 'accepted call', payload: ({ id }) => ({ callId: id }), ...THEIR_TWO },

  { event: 'join-room', thing: 'open visit', payload: ({ id }) => ({ appointmentId: id }), ...THEIR_TWO },
  { event: 'leave-room', thing: 'consult', payload: ({ id }) => ({ appointmentId: id }), ...ALWAYS },
  { event: 'admit', thing: 'consult', payload: ({ id, peerId }) => ({ appointmentId: id, peerId }), ...HOSTS },
  {
    event: 'remove-peer',
    thing: 'consult',
    payload: ({ id, peerId }) => ({ appointmentId: id, peerId }),
    ...HOSTS,
  },
  { event: 'close-room', thing: 'consult', payload: ({ id }) => ({ appointmentId: id }), ...HOSTS },
  {
    event: 'chat-message',
    thing: 'consult',
    payload: ({ id }) => ({ appointmentId: id, text: 'Hello' }),
    ...THEIR_DOCTORS,
  },
  {
    // A doctor inside may name any peer; what is not in the same consult hears nothing.
    event: 'signal',
    thing: 'consult',
    payload: ({ peerId }) => ({ to: peerId, description: offer }),
    hers: 'not_found not_found ok ok forbidden forbidden',
    other: 'not_found not_found ok ok forbidden forbidden',
    missing: 'not_found not_found ok ok forbidden forbidden',
  },

  // Both name nothing: whoever asks hears of themselves alone, here of nobody. With people who wait: waiting.test.ts.
  {
    event: 'waiting-watch',
    thing: 'patient',
    payload: () => ({}),
    hers: DOCTORS_ONLY,
    other: DOCTORS_ONLY,
    missing: DOCTORS_ONLY,
  },
  { event: 'consults-watch', thing: 'patient', payload: () => ({}), ...ALWAYS },

  ...(['admit', 'remove-peer'] as const).map((event): Row => ({
    event,
    thing: 'talk',
    payload: ({ id, peerId }) => ({ appointmentId: id, peerId }),
    // There is nobody left to admit.
    ...(event === 'admit' ? { hers: NO_HOST, other: NO_HOST, missing: NO_HOST } : HOSTS),
  })),
  { event: 'close-room', thing: 'talk', payload: ({ id }) => ({ appointmentId: id }), ...HOSTS },
  {
    event: 'chat-message',
    thing: 'talk',
    payload: ({ id }) => ({ appointmentId: id, text: 'Hello' }),
    ...THEIR_TWO,
  },
];
