import { DEFAULT_RULES, type WeeklySchedule } from '@health-connect/contract/availability';
import { DEMO_PASSWORD } from '@health-connect/contract/demo';
import { makeSlots } from '@health-connect/scheduling/make-slots';
import { markRead } from '../../features/messages/receipts.js';
import { sendMessage } from '../../features/messages/service.js';
import { reviewDoctor } from '../../features/reviews/service.js';
import { now, setClock } from '../../lib/clock.js';
import { hashPassword, THE_SERVER } from '../../lib/passwords.js';
import { AccountModel, DoctorModel, type DoctorRecord, PatientModel, type PatientRecord } from '../accounts.js';
import { AppointmentModel } from '../appointments.js';
import { sessionUserOf } from '../session-user.js';
import { CONVERSATIONS } from './conversations.js';
import { DEMO_DOCTORS, DEMO_PATIENTS, type DemoDoctor } from './demo-accounts.js';
import { hangPortrait } from './photos.js';
import { appointmentPlanner } from './demo-appointments.js';

const MINUTE_MS = 60_000;

/**
 * Makes the demo people with hours, photos, past and coming appointments, reviews and messages. Once: a database that
 * has any account is left as it is. Whatever can be made by a use case is made by it.
 */
export async function seedDemo(): Promise<boolean> {
  if (await AccountModel.exists({})) return false;
  const passwordHash = await hashPassword(DEMO_PASSWORD, THE_SERVER);
  const doctors = await Promise.all(DEMO_DOCTORS.map((doctor) => makeDoctor(doctor, passwordHash)));
  const patients = await Promise.all(
    DEMO_PATIENTS.map(async ({ look, ...fields }) => {
      const patient = await PatientModel.create({ ...fields, passwordHash });
      return hangPortrait(patient.toObject<PatientRecord>(), look);
    }),
  );
  await AppointmentModel.insertMany(planAppointments(doctors, patients));
  await writeReviews(doctors);
  await writeMessages(doctors, patients);
  return true;
}

async function makeDoctor({ look, hours, rules, ...fields }: DemoDoctor, passwordHash: string) {
  const schedule: WeeklySchedule = hours.flatMap(({ days, ranges, visitMinutes }) =>
    days.map((day) => ({ day, slots: makeSlots({ ranges, visitMinutes }) })),
  );
  const doctor = await DoctorModel.create({
    ...fields,
    passwordHash,
    verification: 'verified',
    schedule,
    rules: { ...DEFAULT_RULES, ...rules },
  });
  return hangPortrait(doctor.toObject<DoctorRecord>(), look);
}

function planAppointments(doctors: DoctorRecord[], patients: PatientRecord[]) {
  const planner = appointmentPlanner(now());
  const [camila] = patients;
  const [mereana, kenji] = doctors;
  const soon = Math.ceil(now() / (5 * MINUTE_MS)) * 5 * MINUTE_MS;
  return [
    // An appointment whose room is open now, so that whoever tries the demo can join at once, in two browsers.
    planner.at(mereana!, camila!, soon + 5 * MINUTE_MS, 20, {
      mode: 'video',
      reason: 'Red, itching patches on both forearms',
    }),
    ...doctors.flatMap((doctor, index) =>
      planner.plan(doctor, patients, -21, -1, DEMO_DOCTORS[index]!.reviews.length + 2, { status: 'completed' }),
    ),
    ...planner.plan(mereana!, patients, 0, 6, 3, { status: 'pending' }),
    ...planner.plan(kenji!, [camila!], 1, 6, 1, { status: 'scheduled' }),
    ...doctors.flatMap((doctor) => planner.plan(doctor, patients, 0, 7, 2, { status: 'scheduled' })),
  ].filter((appointment) => appointment !== null);
}

async function writeReviews(doctors: DoctorRecord[]) {
  for (const [index, doctor] of doctors.entries()) {
    const appointments = await AppointmentModel.find({ doctorId: doctor._id, status: 'completed' })
      .sort({ startsAt: 1 })
      .lean();
    for (const [turn, review] of DEMO_DOCTORS[index]!.reviews.entries()) {
      const appointment = appointments[turn];
      if (!appointment) continue;
      const patient = await PatientModel.findById(appointment.patientId).lean<PatientRecord>();
      const appointmentId = appointment._id.toString();
      await at(appointment.endsAt.getTime() + 60 * MINUTE_MS, () =>
        reviewDoctor(sessionUserOf(patient!), doctor._id.toString(), { ...review, appointmentId }),
      );
    }
  }
}

async function writeMessages(doctors: DoctorRecord[], patients: PatientRecord[]) {
  for (const { doctor, patient, lines } of CONVERSATIONS) {
    const pair = { doctor: doctors[doctor]!, patient: patients[patient]! };
    for (const [index, { from, text, minutesAgo }] of lines.entries()) {
      const [sender, receiver] = from === 'doctor' ? [pair.doctor, pair.patient] : [pair.patient, pair.doctor];
      const clientId = `demo-${doctor}-${patient}-${index}`;
      await at(now() - minutesAgo * MINUTE_MS, async () => {
        // Whoever answers has read what came before; line n is message n + 1 of the conversation.
        if (index > 0) await markRead(sessionUserOf(sender), { from: receiver._id.toString(), upTo: index });
        await sendMessage(sessionUserOf(sender), receiver._id.toString(), { text, clientId });
      });
    }
  }
}

/** Runs a use case as if it were that time. */
async function at<T>(time: number, work: () => Promise<T>): Promise<T> {
  const restore = setClock(() => time);
  try {
    return await work();
  } finally {
    restore();
  }
}
