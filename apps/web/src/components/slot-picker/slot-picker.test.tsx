import type { FreeTime } from '@health-connect/scheduling/slot-runs';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refusal } from '../../../test/fake-api.js';
import { renderAs } from '../../../test/render-as.js';
import { buildSlots, slotDays } from '../../../test/slots.js';
import { useFreeWeeks } from '../../resources/slots/use-free-weeks.js';
import { SlotPicker } from './slot-picker.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

// Tuesday, 10:00 in Los Angeles.
beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-24T18:00:00Z'), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const onPick = vi.fn<(slot: FreeTime) => void>();
beforeEach(() => onPick.mockReset());

interface PickerProps {
  nextSlotAt?: string | null;
  moving?: { _id: string; startsAt: string };
}

function Picker({ nextSlotAt = null, moving }: PickerProps) {
  const [value, setValue] = useState<string | null>(null);
  const times = useFreeWeeks({ doctorId: 'd1', nextSlotAt, chosen: value, ...(moving && { moving }) });
  return (
    <SlotPicker
      times={times}
      doctorZone="Pacific/Auckland"
      value={value}
      onChange={(slot) => setValue(slot.startsAt)}
      onPick={onPick}
    />
  );
}

const show = (slots: FreeTime[], nextSlotAt: string | null = null) =>
  renderAs(null, <Picker nextSlotAt={nextSlotAt} />, {
    answers: { 'GET /api/doctors/d1/slots': () => ({ data: slotDays(slots) }) },
  });

test('times are in the reader’s zone, which is named, with the doctor’s clock beside each', async () => {
  show(buildSlots('2026-11-24T23:00:00Z'));
  expect(await screen.findByRole('radio', { name: /^15:00.*for the doctor Wed 25 Nov, 12:00 Auckland/ })).toBeDefined();
  expect(screen.getByText('30 min, times in Los Angeles (UTC−08:00)')).toBeDefined();
});

test('for an appointment that is to move it asks what is free to that appointment, from its own week on', async () => {
  const asked: (string | null)[] = [];
  const moving = { _id: 'a1', startsAt: '2026-12-02T22:00:00Z' };
  renderAs(null, <Picker nextSlotAt="2026-11-24T23:00:00Z" moving={moving} />, {
    answers: {
      'GET /api/doctors/d1/slots': (_body, url) => {
        asked.push(url.searchParams.get('moving'));
        return { data: slotDays(buildSlots('2026-12-02T22:30:00Z')) };
      },
    },
  });
  expect(await screen.findByRole('radio', { name: /^14:30/ })).toBeDefined();
  expect(asked).toEqual(['a1']);
});

test('a long day folds after six rows and opens on request', async () => {
  const { user } = show(buildSlots('2026-11-24T20:00:00Z', 8));
  await user.click(await screen.findByRole('button', { name: '3 more on Tue 24 Nov' }));
  expect(screen.queryByRole('button', { name: /more on/ })).toBeNull();
});

test('the arrows follow the grid, one Tab leads to it and one past it', async () => {
  const { user } = show([...buildSlots('2026-11-24T20:00:00Z', 8), ...buildSlots('2026-11-26T20:00:00Z', 2)]);
  const radio = (name: RegExp) => screen.getAllByRole<HTMLInputElement>('radio', { name });
  await screen.findAllByRole('radio', { name: /^12:00/ });
  screen.getByRole('button', { name: 'Later days' }).focus();
  // Without a layout the strip of days of a phone is in the way here; one Tab leads over it.
  await user.tab();
  await user.tab();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(radio(/^12:30/)[0]);
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(radio(/^12:30/)[1]);
  await user.keyboard('{ArrowLeft}{End}');
  expect(radio(/^15:30/)[0]!.checked).toBe(true);
  expect(screen.queryByRole('button', { name: /more on/ })).toBeNull();
  await user.tab();
  expect(document.activeElement).toBe(document.body);
});

test('the arrows look along the times, a press or Enter means one', async () => {
  const { user } = show(buildSlots('2026-11-24T20:00:00Z', 3));
  await user.click(await screen.findByRole('radio', { name: /^12:00/ }));
  expect(onPick).toHaveBeenCalledOnce();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^12:30/ }).checked).toBe(true);
  expect(onPick).toHaveBeenCalledOnce();
  await user.keyboard('{Enter}');
  expect(onPick.mock.lastCall?.[0].startsAt).toBe('2026-11-24T20:30:00.000Z');
});

test('it opens at the week of the next free time, and goes back to earlier ones', async () => {
  const later = buildSlots('2026-12-03T20:00:00Z');
  const { user } = show(later, later[0]!.startsAt);
  await screen.findByRole('radio', { name: /^12:00/ });
  expect(screen.getByText('1 to 7 Dec')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Earlier days' }));
  expect(screen.getByText('No free times 24 to 30 Nov')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Show Thu 3 Dec' }));
  expect(screen.getByRole('radio', { name: /^12:00/ })).toBeDefined();
});

test('a failure says so and can be tried again', async () => {
  let fails = true;
  const slots = buildSlots('2026-11-24T20:00:00Z');
  const { user } = renderAs(null, <Picker />, {
    answers: {
      'GET /api/doctors/d1/slots': () => (fails ? refusal(503, 'unavailable') : { data: slotDays(slots) }),
    },
  });
  await screen.findByText('The free times did not load');
  fails = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByRole('radio', { name: /^12:00/ })).toBeDefined());
});
