import { act } from '@testing-library/react';

type Listener = (...payload: unknown[]) => void;

/** A socket that says only what a test lets it hear. */
class FakeSocket {
  active = true;
  connected = false;
  #listeners = new Map<string, Set<Listener>>();
  on(event: string, listener: Listener) {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(listener));
  }
  off(event: string, listener: Listener) {
    this.#listeners.get(event)?.delete(listener);
  }
  listenersOf(event: string) {
    return this.#listeners.get(event)?.size ?? 0;
  }
  removeAllListeners() {
    this.#listeners.clear();
  }
  connect() {
    this.hear('connect');
  }
  disconnect() {
    this.hear('disconnect');
  }
  hear(event: string, ...payload: unknown[]) {
    if (event === 'connect' || event === 'disconnect') this.connected = event === 'connect';
    act(() => this.#listeners.get(event)?.forEach((listener) => listener(...payload)));
  }
}

type Payload = Record<string, unknown>;
type Answers = Record<string, (payload: Payload) => unknown>;

let latest: FakeSocket | undefined;
let answers: Answers = {};
let said: [event: string, payload: Payload][] = [];

/** Stands in for lib/socket.js: `vi.mock('…/lib/socket.js', () => import('…/test/fake-socket.js'))`. */
export const createSocket = () => (latest = new FakeSocket());
export const send = async (_socket: FakeSocket, { name: event }: { name: string }, payload: Payload) => {
  said.push([event, payload]);
  if (answers[event]) return answers[event](payload);
  // Nobody waits, nothing goes on, and of nobody it is known whether they are there.
  return event.endsWith('-watch') ? [] : [event, payload];
};

/** How the server answers socket requests from now on, and forgets what was asked before. */
export function serverAnswers(next: Answers) {
  answers = next;
  said = [];
}

/** What the server was asked by this event. */
export const askedOf = (event: string) => said.filter(([name]) => name === event).map(([, payload]) => payload);

/** In how many places the page that was rendered last listens to an event. */
export const listenersOf = (event: string) => latest?.listenersOf(event) ?? 0;

/** What the server says, live, to the page that was rendered last. */
export const serverSays = (event: string, payload: unknown) => latest?.hear(event, payload);
