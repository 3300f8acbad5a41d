import { Types } from 'mongoose';
import { describe, expect, test } from 'vitest';
import { canSee } from './policy.js';

const [owner, friend, stranger] = [new Types.ObjectId(), new Types.ObjectId(), new Types.ObjectId()];
const unusedSince = new Date();
const picture = { ownerId: owner, ownerRole: 'patient', purpose: 'message', sharedWith: [friend] } as const;
const photo = { ownerId: owner, ownerRole: 'patient', purpose: 'avatar', sharedWith: [] } as const;

describe('CH-10: who may see an upload', () => {
  test.each([
    ['a chat image: its sender', picture, owner, true],
    ['a chat image: whom it was sent to', picture, friend, true],
    ['a chat image: another account', picture, stranger, false],
    ['a chat image: the signed out', picture, null, false],
    ["a patient's photo: the signed in", photo, stranger, true],
    ["a patient's photo: the signed out", photo, null, false],
    ["a doctor's photo: anyone", { ...photo, ownerRole: 'doctor' }, null, true],
    ['a photo not used yet: its owner', { ...photo, unusedSince }, owner, true],
    ["a doctor's photo not used yet: the signed in", { ...photo, ownerRole: 'doctor', unusedSince }, stranger, false],
    ["a doctor's photo not used yet: the signed out", { ...photo, ownerRole: 'doctor', unusedSince }, null, false],
    ['a removed photo: its owner', { ...photo, removedAt: unusedSince }, owner, false],
    ['a removed photo: the signed in', { ...photo, removedAt: unusedSince }, stranger, false],
    ["a doctor's chat image: the signed out", { ...picture, ownerRole: 'doctor' }, null, false],
  ] as const)('%s', (_, upload, user, allowed) => {
    const shown = { ...upload, sharedWith: [...upload.sharedWith] };
    expect(canSee(user ? { id: user.toString() } : undefined, shown)).toBe(allowed);
  });
});
