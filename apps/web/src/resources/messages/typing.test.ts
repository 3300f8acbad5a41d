import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DR_LEE, DR_NOOR } from '../../../test/messages.js';
import { TYPING_STOPS_MS, TypingPeople, TypingSignal } from './typing.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('CH-12: who is writing', () => {
  it('ends with their word, or after 5 s without one', () => {
    const people = new TypingPeople();
    people.started(DR_LEE);
    people.started(DR_NOOR);
    people.stopped(DR_NOOR);
    expect([...people.get()]).toEqual([DR_LEE]);
    vi.advanceTimersByTime(TYPING_STOPS_MS);
    expect(people.get().size).toBe(0);
  });

  it('goes on while they say so', () => {
    const people = new TypingPeople();
    people.started(DR_LEE);
    vi.advanceTimersByTime(TYPING_STOPS_MS - 1);
    people.started(DR_LEE);
    vi.advanceTimersByTime(TYPING_STOPS_MS - 1);
    expect(people.get().has(DR_LEE)).toBe(true);
  });

  it('tells only when it changes', () => {
    const people = new TypingPeople();
    const told = vi.fn();
    people.subscribe(told);
    people.started(DR_LEE);
    people.started(DR_LEE);
    people.stopped(DR_NOOR);
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe('CH-12: saying that one is writing', () => {
  const open = () => {
    const said: string[] = [];
    return {
      said,
      signal: new TypingSignal((isWriting) => said.push(isWriting ? 'typing-start' : 'typing-stop'), Date.now),
    };
  };

  it('is said at most every 2 s, however fast the keys', () => {
    const { said, signal } = open();
    for (let key = 0; key < 100; key++) {
      signal.wrote();
      vi.advanceTimersByTime(19);
    }
    expect(said).toEqual(['typing-start']);
    vi.advanceTimersByTime(2_000);
    signal.wrote();
    expect(said).toEqual(['typing-start', 'typing-start']);
  });

  it('is taken back once, when sent or after a pause', () => {
    const { said, signal } = open();
    signal.stopped();
    signal.wrote();
    vi.advanceTimersByTime(TYPING_STOPS_MS);
    signal.stopped();
    expect(said).toEqual(['typing-start', 'typing-stop']);
  });
});
