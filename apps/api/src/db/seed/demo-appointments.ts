import { DEFAULT_RULES } from '@health-connect/contract/availability';
import type { AppointmentStatus } from '@health-connect/contract/status';
import { doctorCells, patientCells } from '@health-connect/scheduling/cells';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { type ScheduledSlot, scheduledSlots } from '@health-connect/scheduling/slots';
import { addDays } from '@health-connect/scheduling/wall-clock';
import { Types } from 'mongoose';
import type { DoctorRecord, PatientRecord } from '../accounts.js';
import type { AppointmentRecord, HistoryRecord } from '../appointments.js';
import { NO_EVENT, NOTHING_WAITS } from '../outbox-fields.js';

type Times = Pick<ScheduledSlot, 'startsAt' | 'endsAt'>;

const REASONS: Record<string, string[]> = {
  'General practice': ['A cough that will not go', 'Repeat prescription', 'Back pain since Monday', 'Test results'],
  Dermatology: ['Red, itching patches on both forearms', 'A mole that changed'],
  Paediatrics: ['Fever since last night', 'Feeding and growth, month six'],
  Cardiology: ['Blood pressure, month three', 'Palpitations after climbing stairs'],
  'Women’s health': ['Contraception, a second opinion', 'Irregular cycle'],
  Psychiatry: ['Trouble sleeping since October', 'Follow-up'],
  Endocrinology: ['Thyroid values', 'HbA1c, three months later'],
};
const SUMMARIES = [
  'Stop the new cream, use cotton liners under gloves, and write to me if it is not better in a week.',
  'Keep the dose as it is. Two readings a day for a week, then we look again.',
  'Rest, fluids, and paracetamol if needed. Come back at once with fever over 39 °C or trouble breathing.',
];

const DAY_MS = 24 * 3600_000;

interface AppointmentPlan {
  doctor: DoctorRecord;
  patient: PatientRecord;
  times: Times;
  fields: Partial<AppointmentRecord>;
  turn: number;
  now: number;
}

function buildAppointment({ doctor, patient, times, fields, turn, now }: AppointmentPlan): AppointmentRecord {
  const status: AppointmentStatus = fields.status ?? 'scheduled';
  const done = status === 'completed';
  const history = historyOf(status, patient._id, doctor._id, times.startsAt, now - turn * 47 * 60_000);
  return {
    _id: new Types.ObjectId(),
    doctorId: doctor._id,
    patientId: patient._id,
    startsAt: new Date(times.startsAt),
    endsAt: new Date(times.endsAt),
    timeZone: doctor.timeZone,
    doctorCells: doctorCells(times, doctor.rules ?? DEFAULT_RULES),
    patientCells: patientCells(times),
    mode: turn % 4 === 0 ? 'chat' : 'video',
    reason: reasonOf(doctor, turn),
    symptoms: '',
    comment: '',
    notes: done ? 'History taken, no red flags. Plan agreed.' : '',
    summary: done ? SUMMARIES[turn % SUMMARIES.length]! : '',
    revision: 0,
    rating: null,
    review: '',
    proposed: null,
    place: null,
    doctorPlace: null,
    answerBy: null,
    patientJoinedAt: done ? new Date(times.startsAt) : null,
    outbox: NOTHING_WAITS,
    hiddenFor: [],
    idempotencyKey: null,
    idempotencyHash: null,
    status,
    ...fields,
    history,
    createdAt: history[0]!.at,
    updatedAt: history[0]!.at,
  };
}

function reasonOf({ specialization }: DoctorRecord, turn: number): string {
  const reasons = REASONS[specialization] ?? ['First visit'];
  return reasons[turn % reasons.length]!;
}

/** Plans appointments on the doctors' real slots so that no person is ever in two places: as the indexes demand. */
export function appointmentPlanner(now: number) {
  const taken = new Set<string>();
  let turn = 0;
  const appointment = (
    doctor: DoctorRecord,
    patient: PatientRecord,
    times: Times,
    fields: Partial<AppointmentRecord>,
  ) => buildAppointment({ doctor, patient, times, fields, turn: ++turn, now });

  function claim(doctor: DoctorRecord, patient: PatientRecord, times: Times): boolean {
    const keys = [
      ...doctorCells(times, doctor.rules).map((cell) => `${doctor._id}:${cell}`),
      ...patientCells(times).map((cell) => `${patient._id}:${cell}`),
    ];
    if (keys.some((key) => taken.has(key))) return false;
    for (const key of keys) taken.add(key);
    return true;
  }

  return {
    /**
     * Up to `count` appointments on free slots of the local days `fromDay` to `toDay` (0 = today), patients in turn.
     */
    plan(
      doctor: DoctorRecord,
      patients: PatientRecord[],
      fromDay: number,
      toDay: number,
      count: number,
      fields: Partial<AppointmentRecord>,
    ): AppointmentRecord[] {
      const today = localDateOf(now, doctor.timeZone);
      const slots = scheduledSlots(doctor, addDays(today, fromDay), addDays(today, toDay)).filter((slot) =>
        fields.status === 'completed' ? slot.endsAt < now : slot.startsAt > now + 2 * 3600_000,
      );
      const step = Math.max(1, Math.floor(slots.length / count));
      const appointments: AppointmentRecord[] = [];
      for (let index = 0; index < slots.length && appointments.length < count; index += step) {
        const patient = patients[(appointments.length + turn) % patients.length]!;
        if (claim(doctor, patient, slots[index]!))
          appointments.push(appointment(doctor, patient, slots[index]!, fields));
      }
      return appointments;
    },
    /** One appointment at a given time, whatever the hours say. */
    at(
      doctor: DoctorRecord,
      patient: PatientRecord,
      startsAt: number,
      minutes: number,
      fields: Partial<AppointmentRecord>,
    ): AppointmentRecord | null {
      const times = { startsAt, endsAt: startsAt + minutes * 60_000 };
      return claim(doctor, patient, times) ? appointment(doctor, patient, times, fields) : null;
    },
  };
}

function historyOf(
  status: AppointmentStatus,
  patient: Types.ObjectId,
  doctor: Types.ObjectId,
  startsAt: number,
  now: number,
): HistoryRecord[] {
  const bookedAt = new Date(Math.min(startsAt - 3 * DAY_MS, now - 3600_000));
  const booked: HistoryRecord = {
    ...NO_EVENT,
    at: bookedAt,
    by: 'patient',
    actorId: patient,
    command: 'book',
    from: null,
    to: 'pending',
    reason: '',
  };
  if (status === 'pending') return [booked];
  const confirmedAt = new Date(bookedAt.getTime() + 1800_000);
  const confirmed: HistoryRecord = {
    ...NO_EVENT,
    at: confirmedAt,
    by: 'doctor',
    actorId: doctor,
    command: 'confirm',
    from: 'pending',
    to: 'scheduled',
    reason: '',
  };
  if (status !== 'completed') return [booked, confirmed];
  return [
    booked,
    confirmed,
    {
      ...NO_EVENT,
      at: new Date(startsAt + 1500_000),
      by: 'doctor',
      actorId: doctor,
      command: 'complete',
      from: 'scheduled',
      to: 'completed',
      reason: '',
    },
  ];
}
