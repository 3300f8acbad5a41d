import { asStored } from '../../db/lean-defaults.js';
import { refused } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { recordConsult, recordConsultEnd } from '../calls/service.js';
import { tellLive } from './live.js';
import { ConsultModel, type ConsultRecord } from './model.js';
import { hasDoctor, isTalking, type Room } from './seats.js';

const MAX_ATTEMPTS = 20;

/** The consult of an appointment, made when somebody first comes. */
export async function openConsult(appointmentId: string, doctorId: string, patientId: string): Promise<void> {
  await ConsultModel.updateOne({ _id: appointmentId }, { $setOnInsert: { doctorId, patientId } }, { upsert: true });
}

export const findConsult = (appointmentId: string) => ConsultModel.findById(appointmentId).lean<ConsultRecord>();

/**
 * Changes who sits in a consult, whatever other processes do at the same time: the change is worked out on what was
 * read, stored only if nothing came between, and worked out anew otherwise. `change` may refuse with null or a throw.
 */
export async function changeRoom<T extends { room: Room }>(
  appointmentId: string,
  change: (room: Room) => T | null,
): Promise<(T & { consult: ConsultRecord }) | null> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const consult = await findConsult(appointmentId);
    const changed = consult && change(consult);
    if (!changed) return null;
    const { seats, admitted } = changed.room;
    const { modifiedCount } = await ConsultModel.updateOne(
      { _id: consult._id, revision: asStored(consult.revision, 0) },
      {
        $set: { seats, admitted, isLive: seats.length > 0, ...momentsOf(consult, changed.room) },
        $inc: { revision: 1 },
      },
    );
    if (modifiedCount === 0) continue;
    await keepHistory(consult, changed.room);
    if (isNews(consult, changed.room)) await tellLive(consult);
    return { ...changed, consult };
  }
  throw refused('room_crowded');
}

function momentsOf(before: ConsultRecord, after: Room): Pick<ConsultRecord, 'begunAt' | 'doctorLeftAt'> {
  const at = new Date(now());
  const begunAt = before.begunAt ?? (isTalking(after) ? at : null);
  const leftAt = hasDoctor(before) ? at : (before.doctorLeftAt ?? null);
  return { begunAt: after.admitted.length > 0 ? begunAt : null, doctorLeftAt: hasDoctor(after) ? null : leftAt };
}

/** Whether somebody came, was let in or went; a connection that blinked is no news. */
const isNews = (before: Room, after: Room) => outlineOf(before) !== outlineOf(after);
const outlineOf = ({ seats, admitted }: Room) =>
  JSON.stringify([admitted, seats.map(({ peerId, isAdmitted }) => `${peerId} ${isAdmitted}`).toSorted()]);

/** The time that doctor and patient are together is what the history of both shows. */
async function keepHistory(before: ConsultRecord, after: Room) {
  const [was, is] = [isTalking(before), isTalking(after)];
  const appointmentId = before._id.toString();
  if (!was && is) await recordConsult(appointmentId, before.doctorId.toString(), before.patientId.toString());
  if (was && !is) await recordConsultEnd(appointmentId);
}
