import { describe, expect, test } from 'vitest';
import {
  goneSince,
  isTalking,
  letIn,
  markGone,
  type Newcomer,
  peersOf,
  type Room,
  sitDown,
  standUp,
  turnOut,
} from './seats.js';

const AT = new Date('2026-11-24T09:00:00Z');
const LATER = new Date('2026-11-24T09:05:00Z');
const EMPTY: Room = { seats: [], admitted: [] };

const doctor: Newcomer = { peerId: 'd1', userId: 'doctor', deviceId: 'laptop', name: 'Dr. Lee', role: 'doctor' };
const patient: Newcomer = { peerId: 'p1', userId: 'patient', deviceId: 'phone', name: 'Ana', role: 'patient' };
const guest = (id: string): Newcomer => ({ peerId: id, userId: id, deviceId: id, name: id, role: 'guest' });

const sit = (room: Room, who: Newcomer, at = AT) => sitDown(room, who, at)!;
const admitted = (room: Room, peerId: string) => {
  const result = letIn(room, peerId);
  if (result === null || result === 'full') throw new Error(`not admitted: ${result}`);
  return result.room;
};

describe('seats of a consult', () => {
  test('only whoever was named is let in, and only once', () => {
    const room = sit(sit(sit(EMPTY, doctor).room, patient).room, guest('g')).room;
    expect(letIn(room, 'nobody')).toBeNull();
    expect(letIn(room, 'd1')).toBeNull();
    const after = admitted(room, 'g');
    expect(
      after.seats
        .filter(({ isAdmitted }) => isAdmitted)
        .map(({ peerId }) => peerId)
        .sort(),
    ).toEqual(['d1', 'g']);
    expect(letIn(after, 'g')).toBeNull();
  });

  test('ROOM-3: the doctor is in at once, the patient waits until let in', () => {
    const room = sit(sit(EMPTY, doctor).room, patient).room;
    expect(room.seats.map(({ isAdmitted }) => isAdmitted)).toEqual([true, false]);
    expect(isTalking(room)).toBe(false);
    expect(isTalking(admitted(room, 'p1'))).toBe(true);
  });

  test('the same tab keeps its place in the queue and, once admitted, walks in again', () => {
    const waiting = sit(sit(EMPTY, patient).room, patient, LATER);
    expect(waiting.seat.since).toEqual(AT);
    const left = standUp(admitted(waiting.room, 'p1'), 'p1')!.room;
    expect(sit(left, patient, LATER).seat.isAdmitted).toBe(true);
  });

  test("CALL-15: another tab of the same person takes the first one's seat", () => {
    const second = { ...patient, peerId: 'p2', deviceId: 'tablet' };
    const room = admitted(sit(EMPTY, patient).room, 'p1');
    const taken = sit(room, second);
    expect(taken.replaced?.peerId).toBe('p1');
    expect(taken.room.seats.map(({ peerId, isAdmitted }) => [peerId, isAdmitted])).toEqual([['p2', true]]);
  });

  test('whoever was sent out waits again', () => {
    const room = turnOut(admitted(sit(EMPTY, patient).room, 'p1'), 'p1')!.room;
    expect(sit(room, patient).seat.isAdmitted).toBe(false);
  });

  test('four are let in, a fifth is not, and waiting takes no place', () => {
    let room = sit(EMPTY, doctor).room;
    for (const id of ['a', 'b', 'c']) room = admitted(sit(room, guest(id)).room, id);
    const withWaiting = sit(room, guest('e')).room;
    expect(letIn(withWaiting, 'e')).toBe('full');
    expect(sitDown({ ...withWaiting, admitted: ['x'] }, guest('x'), AT)).toBeNull();
    expect(sitDown(withWaiting, doctor, AT)).not.toBeNull();
  });

  test('a device that is gone is not offered to, and its time of going is not moved', () => {
    const room = sit(sit(EMPTY, doctor).room, patient).room;
    const gone = markGone(admitted(room, 'p1'), 'p1', AT)!.room;
    expect(markGone(gone, 'p1', LATER)).toBeNull();
    expect(peersOf(gone, 'd1')).toEqual([]);
    expect(goneSince(gone, AT).map(({ peerId }) => peerId)).toEqual(['p1']);
    expect(goneSince(sit(gone, patient, LATER).room, LATER)).toEqual([]);
  });
});
