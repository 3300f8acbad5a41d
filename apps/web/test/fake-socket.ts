import { act } from '@testing-library/react';

type Listener = (...payload: unknown[]) => void;

/** A socket that says only what a test lets it hear. */
class FakeSocket {
  active = true;
  #listeners = new Map<string, Set<Listener>>();
  on(event: string, listener: Listener) {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(listener));
  }
  off(event: string, listener: Listener) {
    this.#listeners.get(event)?.delete(listener);
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
    act(() => this.#listeners.get(event)?.forEach((listener) => listener(...payload)));
  }
}

let latest: FakeSocket | undefined;

/** Stands in for lib/socket.js: `vi.mock('…/lib/socket.js', () => import('…/test/fake-socket.js'))`. */
export const createSocket = () => (latest = new FakeSocket());
export const request = (_socket: FakeSocket, event: string, payload: unknown) => Promise.resolve([event, payload]);

/** What the server says, live, to the page that was rendered last. */
export const serverSays = (event: string, payload: unknown) => latest?.hear(event, payload);
