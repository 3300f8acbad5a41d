import { readAppointment } from '@health-connect/contract/appointments';
import { admitPeer, peerJoined } from '@health-connect/contract/consults';
import { logout } from '@health-connect/contract/auth';
import { readHealth } from '@health-connect/contract/health';
import { readReviews } from '@health-connect/contract/reviews';
import { afterEach, expect, test } from 'vitest';
import { createTestApp } from '../../test/app.js';
import { requireAck, requireAnswer, requireEvent, requireReason, requireRefusal, takeUndeclared } from './declared.js';
import { type AppError, invalid, refused } from './errors.js';

const app = createTestApp();
// Elsewhere it fails the test that something was sent against its declaration; here that is what is looked for.
afterEach(() => void takeUndeclared());

const health = async () => (await app.anonymous.get('/api/health').expect(200)).body.data as object;
const peer = { peerId: 'a', name: 'Ana', role: 'patient' as const };

test('an answer with a key more, a key less or another type fails, and names it', async () => {
  const sent = await health();
  expect(() => requireAnswer(readHealth, sent, undefined)).not.toThrow();
  expect(() => requireAnswer(readHealth, { ...sent, passwordHash: 'x' }, undefined)).toThrow('passwordHash');
  expect(() => requireAnswer(readHealth, { ...sent, version: undefined }, undefined)).toThrow("property 'version'");
  expect(() => requireAnswer(readHealth, { ...sent, demo: 'yes' }, undefined)).toThrow('must be boolean');
});

test('so does one inside a list, or in what comes beside it', () => {
  const review = { _id: 'a', rating: 5, comment: 'Kind.', author: 'Ana', createdAt: '2026-11-21T10:00:00Z' };
  const meta = { nextCursor: null };
  expect(() => requireAnswer(readReviews, [review], meta)).not.toThrow();
  expect(() => requireAnswer(readReviews, [review, { ...review, patientId: 'a' }], meta)).toThrow('patientId');
  expect(() => requireAnswer(readReviews, [review], { ...meta, total: 1 })).toThrow('total');
  expect(() => requireAnswer(logout, review, undefined)).toThrow('must be null');
});

test('acks and events too', () => {
  expect(() => requireEvent(peerJoined, peer)).not.toThrow();
  expect(() => requireEvent(peerJoined, { ...peer, userId: 'a' })).toThrow('userId');
  expect(() => requireAck(admitPeer, peer)).toThrow('must be null');
});

test('a refusal is one that is declared, with what is declared of it', () => {
  const refuse = (code: 'not_found' | 'email_taken' | 'room_full', data?: object) =>
    refused(code, data ? { data } : {});
  expect(() => requireRefusal(readAppointment, refuse('not_found'))).not.toThrow();
  expect(() => requireRefusal(readAppointment, refuse('email_taken'))).toThrow('does not declare');
  expect(() => requireRefusal(admitPeer, refuse('room_full'))).not.toThrow();
  expect(() => requireRefusal(admitPeer, refuse('room_full', { more: 1 }))).toThrow('nothing is declared');
  expect(() => requireRefusal(admitPeer, new Error('ours'))).not.toThrow();
});

test('so is its reason, and the problem of each field, with exactly the params that its words need', () => {
  const changed = (change: object) =>
    Object.assign(refused('opens_later', { params: { minutes: 10 } }), change) as AppError;
  expect(() => requireReason(changed({}))).not.toThrow();
  expect(() => requireReason(changed({ reason: 'nobody_knows' }))).toThrow('nobody_knows is no reason');
  expect(() => requireReason(changed({ params: undefined }))).toThrow('must be object');
  expect(() => requireReason(changed({ params: { minutes: '10' } }))).toThrow('must be number');
  expect(() => requireReason(changed({ params: { minutes: 10, name: 'Ana' } }))).toThrow('(name)');
  expect(() => requireReason(changed({ reason: 'not_open' }))).toThrow('nothing is declared');

  expect(() => requireReason(invalid('a', 'too_long', { max: 3 }))).not.toThrow();
  expect(() => requireReason(invalid('a', 'ends_too_late', { start: '10:00', hours: 16 }))).not.toThrow();
  expect(() => requireReason(invalid('a', 'nobody_knows' as 'wrong'))).toThrow('nobody_knows is no problem');
  expect(() => requireReason(invalid('a', 'too_long', {} as never))).toThrow("property 'max'");
  // Times of the request come back once they are known to be times; words never do.
  expect(() => requireReason(invalid('a', 'ends_too_late', { start: 'at <ten>', hours: 16 }))).toThrow('free text');
});

test('whoever catches it, the test in which it was sent fails', () => {
  expect(() => requireEvent(peerJoined, {})).toThrow();
  expect(takeUndeclared()).toHaveLength(1);
});
