import { randomUUID } from 'node:crypto';
import type { ConsultMessage } from '@health-connect/contract/consults';
import type { Message } from '@health-connect/contract/messages';
import { ensureFound } from '../../http/errors.js';
import { repeat } from '../../lib/repeat.js';
import type { AppSocket } from '../../realtime/types.js';
import { sendMessage } from '../messages/service.js';
import { requireSeat } from './host.js';
import { sweepGone, sweepLost, sweepOver } from './leave.js';
import { findConsult } from './room.js';

/** A message in the side chat is one of the conversation of the two, and stays there. */
export async function sendConsultMessage(
  socket: AppSocket,
  { appointmentId: given, text }: ConsultMessage,
): Promise<Message> {
  const { appointmentId } = requireSeat(socket, given);
  const consult = await findConsult(appointmentId);
  ensureFound(consult);
  const { user } = socket.data;
  const otherId = (user.role === 'doctor' ? consult.patientId : consult.doctorId).toString();
  const { message } = await sendMessage(user, otherId, { text, clientId: randomUUID() }, { appointmentId });
  return message;
}

const GONE_SWEEP_MS = 2000;
const LOST_SWEEP_MS = 10_000;
const OVER_SWEEP_MS = 30_000;

/** Frees the seats of those who went away, and closes the rooms of appointments that are over; gives what stops it. */
export function startConsults(): () => void {
  const stops = [repeat(GONE_SWEEP_MS, sweepGone), repeat(LOST_SWEEP_MS, sweepLost), repeat(OVER_SWEEP_MS, sweepOver)];
  return () => stops.forEach((stop) => stop());
}
