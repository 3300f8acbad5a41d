import { act } from '@testing-library/react';

type Listener = (...payload: unknown[]) => void;

/** Stands for the socket of this tab: a test speaks as the server through `hear`. */
export class FakeSocket {
  active = true;
  connected = false;
  readonly emitted: [event: string, payload: unknown][] = [];
  private readonly listeners = new Map<string, Set<Listener>>();

  connect = () => undefined;
  disconnect = () => undefined;
  emit = (event: string, payload: unknown) => this.emitted.push([event, payload]);
  on = (event: string, listener: Listener) =>
    this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(listener));
  off = (event: string, listener: Listener) => this.listeners.get(event)?.delete(listener);
  removeAllListeners = () => this.listeners.clear();

  hear(event: string, ...payload: unknown[]) {
    if (event === 'connect' || event === 'disconnect') this.connected = event === 'connect';
    act(() => this.listeners.get(event)?.forEach((listener) => listener(...payload)));
  }
}

type Payload = Record<string, unknown>;

/** The socket side of the server, renewed for each test by `resetSocket`. */
export const fake = {
  socket: new FakeSocket(),
  /** Every request that was made, in order. */
  said: [] as [event: string, payload: Payload][],
  /** What a request is answered with; a promise keeps it waiting, an error refuses it. */
  answer: (() => []) as (event: string, payload: Payload) => unknown,
};

export function resetSocket() {
  fake.socket = new FakeSocket();
  fake.said = [];
  fake.answer = () => [];
}

export const sayings = (event: string) => fake.said.filter(([name]) => name === event).map(([, payload]) => payload);

const request = async (_socket: FakeSocket, event: string, payload: Payload) => {
  fake.said.push([event, payload]);
  return fake.answer(event, payload);
};

/** Stands for lib/socket.js. */
export const fakeSocketModule = {
  createSocket: () => fake.socket,
  request,
  send: (socket: FakeSocket, { name }: { name: string }, payload: Payload) => request(socket, name, payload),
};
