import type { Message } from '@health-connect/contract/messages';
import { screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { expect } from 'vitest';
import { fakeApi } from '../../../../test/fake-api.js';
import { buildPatient } from '../../../../test/people.js';
import { renderApp } from '../../../../test/render-app.js';
import { useSession } from '../../../lib/session.js';
import { SocketProvider } from '../../../lib/socket-context.js';
import { useUnread } from '../../../lib/unread.js';
import { MessagesProvider } from '../messages-context.js';
import { MessagesPage } from '../messages-page.js';
import { ANA, buildMessage, buildOwn, buildRow, DR_LEE } from '../../../../test/messages.js';
import { fake } from './fake-socket.js';

const marks = (deliveredSeq = 0, readSeq = 0) => ({ deliveredSeq, readSeq });

export const PEER = {
  _id: DR_LEE,
  name: 'Dr. Lee',
  avatar: '',
  role: 'doctor',
  online: false,
  lastSeenAt: null,
  canCall: true,
};

function App() {
  const { session } = useSession();
  const { unreadTotal } = useUnread();
  if (session.status !== 'signed-in') return null;
  return (
    <MessagesProvider>
      <p data-testid="unread">{unreadTotal}</p>
      <Routes>
        <Route path="/messages" element={<MessagesPage />} />
        <Route path="/messages/:userId" element={<MessagesPage />} />
      </Routes>
    </MessagesProvider>
  );
}

/** Ana has two messages of Dr. Lee, the second not read, and one of her own. */
export function openMessages(at = `/messages/${DR_LEE}`, handlers: Parameters<typeof fakeApi>[0] = {}) {
  const server = { messages: [buildMessage(3), buildOwn(2), buildMessage(1)], unread: 1 };
  const row = () => ({ ...buildRow(DR_LEE, known), lastMessage: server.messages[0], unread: server.unread });
  const known = { mine: marks(1, 1), theirs: marks(2, 1) };
  fakeApi({
    'GET /api/auth/me': () => ({ data: buildPatient({ _id: ANA }) }),
    'GET /api/message/conversations': () => ({ data: [row()], meta: { nextCursor: null, unreadTotal: server.unread } }),
    [`GET /api/message/user/${DR_LEE}`]: () => ({ data: PEER }),
    [`GET /api/message/${DR_LEE}`]: () => ({
      data: server.messages,
      meta: { nextCursor: null, ...known, lastSeq: server.messages[0]?.seq },
    }),
    'GET /api/appointments': () => ({ data: [], meta: { nextCursor: null } }),
    ...handlers,
  });
  const app = renderApp(
    <SocketProvider>
      <App />
    </SocketProvider>,
    { at },
  );
  /** Dr. Lee writes: the server keeps it, then tells. */
  const receive = (message: Message) => {
    server.messages.unshift(message);
    server.unread += 1;
    fake.socket.hear('message-receive', message);
  };
  return { ...app, receive, server };
}

export const composer = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
export const conversation = () => within(screen.getByRole('group', { name: 'Messages' }));
export const bubble = (text: string) => conversation().getByText(text).closest('li')!;
/** Under a message stands, now or soon, how far it got. */
export const expectReceipt = (text: string, word: string) =>
  waitFor(() => expect(bubble(text).textContent).toMatch(word));
export const connect = async () => {
  await composer();
  fake.socket.hear('connect');
};
