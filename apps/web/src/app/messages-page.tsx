import { useCalls } from '../features/calls/calls-context.js';
import { MessagesPage } from '../features/messages/messages-page.js';

/** Conversations, from which one rings. */
export function ComposedMessages() {
  const { calls } = useCalls();
  return <MessagesPage onCall={({ _id: userId, name, avatar }) => void calls.call({ userId, name, avatar })} />;
}
