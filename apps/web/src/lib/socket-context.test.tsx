import { typingStart, typingStarted } from '@health-connect/contract/messages';
import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeApi, nobodyIsSignedIn } from '../../test/fake-api.js';
import { buildPatient } from '../../test/people.js';
import { renderApp } from '../../test/render-app.js';
import { useSignOut } from '../resources/account/sign-in.js';
import { messageOf } from './api-error.js';
import { SocketProvider, useSocket, useSocketEvent } from './socket-context.js';
import { whenBack } from './when-back.js';

class FakeSocket {
  active = true;
  listeners = new Map<string, Set<(...payload: unknown[]) => void>>();
  connect = vi.fn();
  disconnect = vi.fn();
  on(event: string, listener: (...payload: unknown[]) => void) {
    this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(listener));
  }
  off(event: string, listener: (...payload: unknown[]) => void) {
    this.listeners.get(event)?.delete(listener);
  }
  removeAllListeners() {
    this.listeners.clear();
  }
  hear(event: string, ...payload: unknown[]) {
    act(() => this.listeners.get(event)?.forEach((listener) => listener(...payload)));
  }
}

const made: FakeSocket[] = [];
vi.mock('./socket.js', () => ({
  createSocket: () => {
    made.push(new FakeSocket());
    return made.at(-1);
  },
  send: (_socket: FakeSocket, { name }: { name: string }, payload: unknown) => Promise.resolve([name, payload]),
}));

beforeEach(() => {
  made.length = 0;
});

function Line({ onTyping = () => {} }: { onTyping?: (from: string) => void }) {
  const { connection, send } = useSocket();
  const signOut = useSignOut();
  useSocketEvent(typingStarted, ({ from }) => onTyping(from));
  const ask = () => send(typingStart, { to: 'x' }).catch((error: Error) => onTyping(messageOf(error)));
  return (
    <>
      <output>{connection.state === 'lost' && connection.tooMany ? 'too many' : connection.state}</output>
      <button onClick={() => void signOut()}>out</button>
      <button onClick={() => void ask()}>ask</button>
    </>
  );
}

const shows = (state: string) => waitFor(() => expect(screen.getByRole('status').textContent).toBe(state));
const signedIn = {
  'GET /api/auth/me': () => ({ data: buildPatient() }),
  'POST /api/auth/logout': () => ({ data: null }),
};

async function connectedSocket() {
  await shows('connecting');
  made[0]!.hear('connect');
  await shows('connected');
  return made[0]!;
}

test('a visitor has no socket, and a request says so', async () => {
  fakeApi(nobodyIsSignedIn);
  const heard = vi.fn();
  const { user } = renderApp(
    <SocketProvider>
      <Line onTyping={heard} />
    </SocketProvider>,
  );
  await user.click(screen.getByText('ask'));
  expect(heard).toHaveBeenCalledWith(expect.stringContaining('did not answer'));
  expect(made).toHaveLength(0);
});

test('the socket lives from sign-in to sign-out', async () => {
  fakeApi(signedIn);
  const { user } = renderApp(
    <SocketProvider>
      <Line />
    </SocketProvider>,
  );
  const socket = await connectedSocket();
  await user.click(screen.getByText('out'));
  await shows('off');
  expect(socket.disconnect).toHaveBeenCalledOnce();
});

test('a lost connection shows, and comes back', async () => {
  fakeApi(signedIn);
  renderApp(
    <SocketProvider>
      <Line />
    </SocketProvider>,
  );
  const socket = await connectedSocket();
  socket.hear('disconnect', 'transport close');
  await shows('lost');
  socket.hear('connect');
  await shows('connected');
});

test('a socket that is one too many says so, asks nobody who is here, and tries again', async () => {
  const api = fakeApi(signedIn);
  renderApp(
    <SocketProvider>
      <Line />
    </SocketProvider>,
  );
  await shows('connecting');
  const asked = api.calls.length;
  made[0]!.active = false;
  made[0]!.hear('connect_error', new Error('too_many_sockets'));
  await shows('too many');
  expect(api.calls).toHaveLength(asked);
  made[0]!.hear('connect');
  await shows('connected');
});

test('a form that waits for the server looks for it as soon as the socket is back', async () => {
  const ready = vi.fn(() => ({ data: null }));
  fakeApi({ ...signedIn, 'GET /api/ready': ready });
  renderApp(
    <SocketProvider>
      <Line />
    </SocketProvider>,
  );
  const socket = await connectedSocket();
  socket.hear('disconnect', 'transport close');
  const sent = vi.fn();
  whenBack(sent);
  expect(ready).not.toHaveBeenCalled();
  socket.hear('connect');
  expect(ready).toHaveBeenCalledOnce();
  await waitFor(() => expect(sent).toHaveBeenCalledOnce());
});

test('a session that the server ends is over here too', async () => {
  fakeApi(signedIn);
  renderApp(
    <SocketProvider>
      <Line />
    </SocketProvider>,
  );
  const socket = await connectedSocket();
  socket.hear('session-ended', { reason: 'suspended' });
  await shows('off');
});

test('events reach the newest handler, once', async () => {
  fakeApi(signedIn);
  const [first, second] = [vi.fn(), vi.fn()];
  const { user } = renderApp(
    <SocketProvider>
      <Typing first={first} second={second} />
    </SocketProvider>,
  );
  const socket = await connectedSocket();
  await user.click(screen.getByText('swap'));
  socket.hear('typing-start', { from: 'aroha' });
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledExactlyOnceWith('aroha');
});

function Typing({ first, second }: { first: (from: string) => void; second: (from: string) => void }) {
  const [swapped, setSwapped] = useState(false);
  return (
    <>
      <button onClick={() => setSwapped(true)}>swap</button>
      <Line onTyping={swapped ? second : first} />
    </>
  );
}
