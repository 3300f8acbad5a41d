import type { ChatPeer, Message } from '@health-connect/contract/messages';
import { screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { expect } from 'vitest';
import { fakeApi } from './fake-api.js';
import { buildPatient } from './people.js';
import { renderApp } from './render-app.js';
import { useSession } from '../src/lib/session.js';
import { SocketProvider } from '../src/lib/socket-context.js';
import { useUnreadTotal } from '../src/resources/messages/queries.js';
import { LiveUpdates } from '../src/app/live/live-updates.js';
import { MessagesProvider } from '../src/features/messages/messages-context.js';
import { MessagesPage } from '../src/features/messages/messages-page.js';
import { ANA, buildMessage, buildOwn, buildRow, DR_LEE } from './messages.js';
import { serverSays } from './fake-socket.js';

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

/** Whom was rung. */
export const rung: ChatPeer[] = [];
const onCall = (peer: ChatPeer) => void rung.push(peer);

function App() {
  const { session } = useSession();
  const unreadTotal = useUnreadTotal();
  if (session.status !== 'signed-in') return null;
  return (
    <MessagesProvider>
      <LiveUpdates />
      <p data-testid="unread">{unreadTotal}</p>
      <Routes>
        <Route path="/messages" element={<MessagesPage onCall={onCall} />} />
        <Route path="/messages/:userId" element={<MessagesPage onCall={onCall} />} />
      </Routes>
    </MessagesProvider>
  );
}

/** Ana has two messages of Dr. Lee, the second not read, and one of her own. */
export function openMessages(at = `/messages/${DR_LEE}`, handlers: Parameters<typeof fakeApi>[0] = {}) {
  const server = { messages: [buildMessage(3), buildOwn(2), buildMessage(1)], unread: 1 };
  const row = () => ({ ...buildRow(DR_LEE, known), lastMessage: server.messages[0], unread: server.unread });
  const known = { mine: marks(1, 1), theirs: marks(2, 1) };
  rung.length = 0;
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
    serverSays('message-receive', message);
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
  serverSays('connect', undefined);
};
