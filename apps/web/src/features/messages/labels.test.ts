import { describe, expect, it } from 'vitest';
import { buildMessage, buildOwn, ANA } from '../../../test/messages.js';
import { lastLine, presenceLabel, shortWhen } from './labels.js';

const now = Date.parse('2026-11-20T16:00:00Z');
const when = (moment: string) => shortWhen(moment, 'UTC', now);
const seen = (moment: string | null) => presenceLabel(false, moment, 'UTC', now);

describe('words in the list', () => {
  it('say when in as little as is clear', () => {
    expect(when('2026-11-20T15:41:00Z')).toBe('15:41');
    expect(when('2026-11-19T23:00:00Z')).toBe('Yesterday');
    expect(when('2026-11-15T12:00:00Z')).toBe('Sun');
    expect(when('2026-11-13T12:00:00Z')).toBe('13 Nov');
    expect(when('2025-02-03T12:00:00Z')).toBe('3 Feb 2025');
  });

  it('say who wrote the last line, and that a picture is one', () => {
    expect(lastLine(buildOwn(1, { text: 'Thank you' }), ANA)).toBe('You: Thank you');
    expect(lastLine(buildMessage(1, { text: '', image: '/api/uploads/1' }), ANA)).toBe('Photo');
    expect(lastLine(null, ANA)).toBe('No messages yet');
  });
});

describe('presence', () => {
  it('is told as exactly as it matters', () => {
    expect(presenceLabel(true, null, 'UTC', now)).toBe('Online');
    expect(seen(null)).toBe('Offline');
    expect(seen('2026-11-20T15:59:50Z')).toBe('Last seen just now');
    expect(seen('2026-11-20T15:55:00Z')).toBe('Last seen 5 min ago');
    expect(seen('2026-11-20T09:05:00Z')).toBe('Last seen today 09:05');
    expect(seen('2026-11-17T09:05:00Z')).toBe('Last seen Tue 17 Nov, 09:05');
  });
});
