import { nextSlots } from '@health-connect/scheduling/find-slot';
import type { Types } from 'mongoose';
import { DoctorModel, type DoctorRecord, NO_SLOT } from '../../db/accounts.js';
import { asStored } from '../../db/lean-defaults.js';
import { createBatcher } from '../../lib/batch.js';
import { now } from '../../lib/clock.js';
import { logger } from '../../lib/logger.js';
import { availabilityOf, HOURS_FIELDS, heldBetween } from './hours.js';
import { LISTED } from './policy.js';

/** How many free times a row of the list can show. */
const KEPT = 4;
/** Also without news they are computed again after this long: it heals what a crash left behind. */
const KEEP_MS = 15 * 60_000;
const BATCH = 200;
const DAY_MS = 86_400_000;
const LONGEST_BUFFERS_MS = 4 * 3_600_000;

type KeptSlots = Pick<DoctorRecord, 'nextSlots' | 'nextSlotAt' | 'nextSlotsStaleAt'>;
type Kept = Pick<DoctorRecord, 'nextSlots' | 'nextSlotsStaleAt'>;

const MOST_MARKED = 500;

/**
 * The free times of a doctor changed: the list computes them again before it shows them. Those that change while others
 * are being marked are marked together in the next write.
 */
export const markSlotsChanged = createBatcher<Types.ObjectId>(async (doctorIds) => {
  const changed = { $set: { nextSlotsStaleAt: new Date(0) }, $inc: { slotsVersion: 1 } };
  await DoctorModel.updateMany({ _id: { $in: doctorIds } }, changed);
}, MOST_MARKED);

/**
 * Whether holding a time can change the free times that are kept: not where all of these are earlier. Stale ones may be
 * in the middle of being computed, from what was read before this time was held.
 */
export function touchesKept({ nextSlots: free, nextSlotsStaleAt }: Kept, startsAt: number): boolean {
  const last = free.at(-1);
  if (!last || nextSlotsStaleAt.getTime() <= now()) return true;
  return startsAt <= last.endsAt.getTime() + LONGEST_BUFFERS_MS;
}

/** The doctors given, with free times that are current. Costs nothing while none is stale. */
export async function withCurrentSlots<T extends KeptSlots & { _id: Types.ObjectId }>(doctors: T[]): Promise<T[]> {
  const stale = doctors.filter((doctor) => doctor.nextSlotsStaleAt.getTime() <= now());
  if (stale.length === 0) return doctors;
  const current = await refresh({ _id: { $in: stale.map((doctor) => doctor._id) } }, stale.length);
  return doctors.map((doctor) => ({ ...doctor, ...current.get(doctor._id.toString()) }));
}

let running: Promise<unknown> | null = null;

/** Computes what is stale, a bounded number at a time; for what asks about all doctors, such as "soonest". */
export async function refreshStaleSlots(): Promise<void> {
  running ??= refresh(
    { ...LISTED, $or: [{ nextSlotsStaleAt: { $lte: new Date(now()) } }, { nextSlotsStaleAt: null }] },
    BATCH,
  ).finally(() => {
    running = null;
  });
  await running;
}

async function refresh(filter: object, limit: number): Promise<Map<string, KeptSlots>> {
  const doctors = await DoctorModel.find(filter, { ...HOURS_FIELDS, slotsVersion: 1 })
    .limit(limit)
    .lean<DoctorRecord[]>();
  if (doctors.length === 0) return new Map();
  const longest = Math.max(...doctors.map((doctor) => doctor.rules.bookingWindowDays));
  const held = await heldBetween(
    doctors.map((doctor) => doctor._id),
    now() - DAY_MS,
    now() + (longest + 2) * DAY_MS,
  );
  const computed = doctors.map((doctor) => ({ doctor, kept: compute(doctor, held.get(doctor._id.toString())) }));
  // What is remembered saves work and decides nothing: a disk that is full is no reason to show no doctors.
  await remember(computed).catch((error: unknown) => logger.warn({ err: error }, 'free times are not remembered'));
  return new Map(computed.map(({ doctor, kept }) => [doctor._id.toString(), kept]));
}

const remember = (computed: { doctor: DoctorRecord; kept: KeptSlots }[]) =>
  DoctorModel.bulkWrite(
    computed.map(({ doctor, kept }) => ({
      // Where something was booked meanwhile, the mark of that booking stays.
      updateOne: {
        filter: { _id: doctor._id, slotsVersion: asStored(doctor.slotsVersion, 0) },
        update: { $set: kept },
      },
    })),
    { ordered: false },
  );

function compute(doctor: DoctorRecord, busy: { cells: number[] }[] = []): KeptSlots {
  const free = nextSlots(availabilityOf(doctor, busy), KEPT).map(({ startsAt, endsAt }) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }));
  const first = free[0]?.startsAt;
  const untilNotice = first ? first.getTime() - doctor.rules.minimumNoticeMinutes * 60_000 : Infinity;
  return {
    nextSlots: free,
    nextSlotAt: first ?? NO_SLOT,
    nextSlotsStaleAt: new Date(Math.min(untilNotice + 1, now() + KEEP_MS)),
  };
}
