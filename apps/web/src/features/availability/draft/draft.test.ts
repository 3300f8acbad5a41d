import { describe, expect, test } from 'vitest';
import { buildSchedule, range } from '../testing/build.js';
import { copyDay, draftOf, slotsOn, toSave, withDay, withTypicalHours, withVisitMinutes } from './draft.js';

const TODAY = '2026-11-25';
const mornings = { monday: [range('09:00', '12:00')] };
const startsOf = (slots: { startTime: string }[]) => slots.map(({ startTime }) => startTime);

describe('opening a stored schedule', () => {
  test('slots that follow each other become hours, a gap between them a break', () => {
    const { days, visitMinutes } = draftOf(
      buildSchedule({ monday: [range('09:00', '12:00'), range('13:00', '17:00')] }),
    );
    expect(days.monday).toMatchObject({ isOn: true, ranges: [range('09:00', '12:00'), range('13:00', '17:00')] });
    expect(days.tuesday.isOn).toBe(false);
    expect(visitMinutes).toBe(30);
  });

  test('saving it untouched stores what was stored, also slots that the editor cannot make', () => {
    const odd = buildSchedule();
    odd.schedule[0]!.slots = [
      { slotNumber: 1, startTime: '09:00', endTime: '09:45', isAvailable: true },
      { slotNumber: 2, startTime: '09:45', endTime: '10:00', isAvailable: false },
      { slotNumber: 3, startTime: '10:00', endTime: '10:30', isAvailable: true },
    ];
    expect(toSave(draftOf(odd), TODAY).schedule).toEqual(odd.schedule);
  });
});

describe('FR-9: nights', () => {
  // As they are stored: what starts after midnight is the next day's.
  const stored = buildSchedule({
    monday: [range('09:00', '10:00'), range('22:00', '00:00')],
    tuesday: [range('00:00', '02:00'), range('12:00', '13:00')],
    sunday: [range('23:00', '24:00')],
  });

  test('22:00 to 02:00 is one entry, and what is untouched is stored as it was', () => {
    const draft = draftOf(stored);
    expect(draft.days.monday.ranges).toEqual([range('09:00', '10:00'), range('22:00', '02:00')]);
    expect(draft.days.tuesday.ranges).toEqual([range('12:00', '13:00')]);
    expect(toSave(draft, TODAY).schedule).toEqual(stored.schedule);
  });

  test('a night that is made longer, shorter or switched off changes the morning after it', () => {
    const draft = draftOf(stored);
    const longer = withDay(draft, 'monday', { ranges: [range('22:00', '03:00')] });
    expect(startsOf(slotsOn(longer, 'tuesday'))).toEqual([
      ...['00:00', '00:30', '01:00', '01:30', '02:00', '02:30'],
      ...['12:00', '12:30'],
    ]);
    expect(startsOf(slotsOn(withDay(draft, 'monday', { isOn: false }), 'tuesday'))).toEqual(['12:00', '12:30']);
  });

  test('Sunday’s night goes on into Monday, and appointments may lie over midnight', () => {
    const draft = withVisitMinutes(
      withDay(draftOf(buildSchedule()), 'sunday', { isOn: true, ranges: [range('22:00', '02:00')] }),
      45,
    );
    expect(slotsOn(draft, 'sunday').at(-1)).toMatchObject({ startTime: '23:30', endTime: '00:15' });
    expect(startsOf(slotsOn(draft, 'monday'))).toEqual(['00:15', '01:00']);
    const again = draftOf({ ...buildSchedule(), schedule: toSave(draft, TODAY).schedule });
    expect(again.days.sunday.ranges).toEqual([range('22:00', '01:45')]);
    expect(again.days.monday.isOn).toBe(false);
  });
});

describe('editing', () => {
  test('BK-10: 09:00 to 12:00 at 45 minutes: the last appointment starts at 11:15', () => {
    const draft = withVisitMinutes(draftOf(buildSchedule(mornings)), 45);
    expect(startsOf(slotsOn(draft, 'monday'))).toEqual(['09:00', '09:45', '10:30', '11:15']);
  });

  test('another appointment length also refills the hours of special dates', () => {
    const special = { date: '2026-12-05', slots: [range('09:00', '09:30'), range('09:30', '10:00')] };
    const draft = withVisitMinutes(draftOf(buildSchedule(mornings, { overrides: [special] })), 60);
    expect(draft.overrides).toEqual([{ date: '2026-12-05', slots: [range('09:00', '10:00')] }]);
  });

  test('a day that is switched off offers nothing and remembers its hours', () => {
    const draft = withDay(draftOf(buildSchedule(mornings)), 'monday', { isOn: false });
    expect(slotsOn(draft, 'monday')).toEqual([]);
    expect(draft.days.monday.ranges).toEqual(mornings.monday);
  });

  test('a copied day replaces the hours of the others', () => {
    const draft = copyDay(draftOf(buildSchedule(mornings)), 'monday', ['tuesday', 'sunday']);
    expect(draft.days.sunday).toMatchObject({ isOn: true, ranges: mornings.monday });
    expect(draft.days.wednesday.isOn).toBe(false);
  });

  test('typical hours are Monday to Friday', () => {
    const { schedule } = toSave(withTypicalHours(draftOf(buildSchedule())), TODAY);
    expect(schedule.map(({ slots }) => slots.length)).toEqual([14, 14, 14, 14, 14, 0, 0]);
  });

  test('special dates that are over are not kept', () => {
    const overrides = [
      { date: '2026-11-24', slots: [] },
      { date: TODAY, slots: [] },
    ];
    expect(toSave(draftOf(buildSchedule({}, { overrides })), TODAY).overrides).toEqual([{ date: TODAY, slots: [] }]);
  });
});
