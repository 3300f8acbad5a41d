import type { SessionUser } from '@health-connect/contract/accounts';
import type { SendMessage } from '@health-connect/contract/messages';
import { invalid } from '../../http/errors.js';
import { publish } from '../../realtime/publish.js';
import { consultRoom, userRoom } from '../../realtime/rooms.js';
import { requireMayWrite } from './access.js';
import { append, type Appended } from './append.js';
import type { MessageRecord } from './model.js';
import { type Pair } from './pair.js';
import { presentMessage } from './present.js';

interface Context {
  /** Written in this consult's side chat. */
  appointmentId?: string;
}

/** Stores a message and tells every device of both. Sent again with the same `clientId` it is the same message. */
export async function sendMessage(
  user: SessionUser,
  receiverId: string,
  { text = '', image, clientId }: SendMessage,
  { appointmentId }: Context = {},
): Promise<Appended> {
  const pair = await requireMayWrite(user, receiverId);
  if (!text && !image) throw invalid('text', 'Write something, or choose a picture.');
  const draft = { type: 'text' as const, text, image: null, clientId };
  return append(pair, { ...draft, senderId: user.id, appointmentId: appointmentId ?? null }, (message) =>
    announce(pair, message),
  );
}

function announce(pair: Pair, message: MessageRecord) {
  const shown = presentMessage(message);
  publish([userRoom(pair.doctorId), userRoom(pair.patientId)], 'message-receive', shown);
  if (shown.appointmentId) publish(consultRoom(shown.appointmentId), 'chat-message', shown);
}
