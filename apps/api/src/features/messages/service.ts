import type { SessionUser } from '@health-connect/contract/accounts';
import { chatMessageSent } from '@health-connect/contract/consults';
import { type Message, messageReceived, type SendMessage } from '@health-connect/contract/messages';
import { invalid } from '../../http/errors.js';
import { publish } from '../../realtime/publish.js';
import { consultRoom, userRoom } from '../../realtime/rooms.js';
import { shareImage } from '../uploads/service.js';
import { requireMayWrite } from './access.js';
import { withinAllowance } from './allowance.js';
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

/**
 * Stores a message and tells every device of both. Sent again with the same `clientId` it is the same message.
 * @throws AppError `not_found` for whom the user may not write to.
 */
export async function sendMessage(
  user: SessionUser,
  receiverId: string,
  input: SendMessage,
  context: Context = {},
): Promise<Sent> {
  return sendTo(await requireMayWrite(user, receiverId), user, input, context);
}

/** The same, once it is known that the user may write. */
export async function sendTo(
  pair: Pair,
  user: SessionUser,
  { text = '', image, clientId }: SendMessage,
  { appointmentId }: Context = {},
): Promise<Sent> {
  if (!text && !image) throw invalid('text', 'nothing_written');
  const picture = image ? await resolveImage(user, pair, image, clientId) : null;
  const draft: Draft = {
    type: image ? 'image' : 'text',
    text,
    image: picture,
    clientId,
    senderId: user.id,
    appointmentId: appointmentId ?? null,
  };
  const { message, isNew } = await withinAllowance(user.id, () =>
    append(pair, draft, (stored) => announce(pair, stored)),
  );
  return { message: presentMessage(message), isNew };
}

/** A retry brings its picture again, which is stored already. */
async function resolveImage(user: SessionUser, pair: Pair, image: string, clientId: string) {
  if (await findByClientId(user.id, clientId)) return null;
  return shareImage(user, image, user.id === pair.doctorId ? pair.patientId : pair.doctorId);
}

function announce(pair: Pair, message: MessageRecord) {
  const shown = presentMessage(message);
  publish([userRoom(pair.doctorId), userRoom(pair.patientId)], messageReceived, shown);
  if (shown.appointmentId) publish(consultRoom(shown.appointmentId), chatMessageSent, shown);
}
