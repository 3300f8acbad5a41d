import { DoctorModel, PatientModel } from '@health-connect/api/db/accounts';
import { AppointmentModel } from '@health-connect/api/db/appointments';
import type { Slot } from '@health-connect/contract/slots';
import mongoose, { Types } from 'mongoose';
import { median, ratePerSecond } from './load.js';
import { doctors, patients, type Person } from './people.js';
import type { Figure } from './report.js';
import { cookieOf, ORIGIN } from './session.js';
import type { Fixtures } from './fixtures.js';

const PATIENTS = 64;
const DOCTORS = 16;
const ROUNDS = 3;
const PER_PATIENT = 8;

interface Booking {
  patient: Person;
  doctor: Person;
  slot: Slot;
}

/** P3: booking free slots, 64 patients and 16 doctors, beside bare inserts with the same indexes; and one contested slot. */
export async function booking(fixtures: Fixtures): Promise<Figure[]> {
  const people = await PatientModel.insertMany(patients(PATIENTS));
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const plan = await planBookings(fixtures, people);
    bare.push(await insertBare(plan));
    ours.push(await ratePerSecond(plan, PATIENTS, async (each) => expectStatus(await book(fixtures, each), 201)));
  }
  const refused = await contest(fixtures);
  return [
    { id: 'P3', name: 'bookings', ours: median(ours), reference: median(bare), unit: '/s', goal: { atLeast: 0.4 } },
    {
      id: 'P3',
      name: '200 on one slot: answers other than one 201 and 199 × 409',
      ours: refused,
      reference: null,
      unit: '',
      goal: { atMost: 0 },
    },
  ];
}

/** Every patient at times of their own, spread over fresh doctors, so that nothing collides. */
async function planBookings(fixtures: Fixtures, people: Person[]): Promise<Booking[]> {
  const staff = await DoctorModel.insertMany(doctors(DOCTORS));
  const slots = await Promise.all(staff.map((doctor) => slotsOf(fixtures, doctor)));
  const perDoctor = (PATIENTS * PER_PATIENT) / DOCTORS;
  const plan: Booking[] = [];
  for (let turn = 0; turn < perDoctor; turn += 1) {
    for (let seat = 0; seat < DOCTORS; seat += 1) {
      const patient = people[(turn * DOCTORS + seat) % PATIENTS]!;
      plan.push({ patient, doctor: staff[seat]!, slot: slots[seat]![turn]! });
    }
  }
  await AppointmentModel.deleteMany({ patientId: { $in: people.map((person) => person._id) } });
  return plan;
}

async function slotsOf({ api }: Fixtures, doctor: Person): Promise<Slot[]> {
  const reply = await fetch(`${api.url}/api/doctors/${doctor._id}/slots`);
  return ((await reply.json()) as { data: Slot[] }).data;
}

const book = ({ api }: Fixtures, { patient, doctor, slot }: Booking) =>
  fetch(`${api.url}/api/appointments`, {
    method: 'POST',
    headers: { cookie: cookieOf(patient._id, 'patient'), origin: ORIGIN, 'content-type': 'application/json' },
    body: JSON.stringify({ doctorId: doctor._id, startsAt: slot.startsAt, mode: 'video', reason: 'Bench' }),
  });

async function expectStatus(reply: Response, status: number) {
  const text = await reply.text();
  if (reply.status !== status) throw new Error(`Expected ${status}, got ${reply.status}: ${text}`);
}

/** The reference: the same documents under the same indexes, in a collection of its own. */
async function insertBare(plan: Booking[]): Promise<number> {
  const Bare = mongoose.model(`Bare${new Types.ObjectId()}`, AppointmentModel.schema.clone());
  await Bare.createIndexes();
  return ratePerSecond(plan, PATIENTS, ({ patient, doctor, slot }) => {
    const startsAt = new Date(slot.startsAt);
    const cells = Array.from({ length: 6 }, (_, index) => startsAt.getTime() / 300_000 + index);
    return Bare.create({
      doctorId: doctor._id,
      patientId: patient._id,
      startsAt,
      endsAt: new Date(slot.endsAt),
      timeZone: 'America/New_York',
      status: 'pending',
      doctorCells: cells,
      patientCells: cells,
      reason: 'Bench',
    });
  });
}

/** 200 patients at once on one slot; counts the answers that should not be. */
async function contest(fixtures: Fixtures): Promise<number> {
  const [doctor] = await DoctorModel.insertMany(doctors(1));
  const crowd = await PatientModel.insertMany(patients(200));
  const [slot] = await slotsOf(fixtures, doctor!);
  const replies = await Promise.all(crowd.map((patient) => book(fixtures, { patient, doctor: doctor!, slot: slot! })));
  const count = (status: number) => replies.filter((reply) => reply.status === status).length;
  return Math.abs(count(201) - 1) + Math.abs(count(409) - 199);
}
