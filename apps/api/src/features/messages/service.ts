import type { SessionUser } from '@health-connect/contract/accounts';
import type { Message, SendMessage } from '@health-connect/contract/messages';
import { invalid } from '../../http/errors.js';
import { publish } from '../../realtime/publish.js';
import { consultRoom, userRoom } from '../../realtime/rooms.js';
import { shareImage } from '../uploads/service.js';
import { requireMayWrite } from './access.js';
import { append, type Draft, findByClientId } from './append.js';
import type { MessageRecord } from './model.js';
import type { Pair } from './pair.js';
import { presentMessage } from './present.js';

interface Context {
  /** Written in this consult's side chat. */
  appointmentId?: string;
}

export interface Sent {
  message: Message;
  /** False where it was stored before. */
  isNew: boolean;
}

/** Stores a message and tells every device of both. Sent again with the same `clientId` it is the same message. */
export async function sendMessage(
  user: SessionUser,
  receiverId: string,
  { text = '', image, clientId }: SendMessage,
  { appointmentId }: Context = {},
): Promise<Sent> {
  const pair = await requireMayWrite(user, receiverId);
  if (!text && !image) throw invalid('text', 'Write something, or choose a picture.');
  const picture = image ? await resolveImage(user, receiverId, image, clientId) : null;
  const draft: Draft = {
    type: image ? 'image' : 'text',
    text,
    image: picture,
    clientId,
    senderId: user.id,
    appointmentId: appointmentId ?? null,
  };
  const { message, isNew } = await append(pair, draft, (stored) => announce(pair, stored));
  return { message: presentMessage(message), isNew };
}

/** A retry brings its picture again, which is stored already. */
async function resolveImage(user: SessionUser, receiverId: string, image: string, clientId: string) {
  return (await findByClientId(user.id, clientId)) ? null : shareImage(user, image, receiverId);
}

function announce(pair: Pair, message: MessageRecord) {
  const shown = presentMessage(message);
  publish([userRoom(pair.doctorId), userRoom(pair.patientId)], 'message-receive', shown);
  if (shown.appointmentId) publish(consultRoom(shown.appointmentId), 'chat-message', shown);
}
