import type { Message } from '@health-connect/contract/messages';

/** Messages with one more, in the order of the conversation; one that is there already changes nothing. */
export function withMessage(messages: readonly Message[], message: Message): Message[] {
  if (messages.some(({ _id }) => _id === message._id)) return [...messages];
  return [...messages, message].toSorted((a, b) => a.seq - b.seq);
}
