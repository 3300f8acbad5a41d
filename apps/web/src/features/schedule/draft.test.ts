import { describe, expect, test } from 'vitest';
import { copyDay, draftOf, slotsOfDay, toSave, withDay, withTypicalHours, withVisitMinutes } from './draft.js';
import { buildSchedule, range } from './testing/build.js';

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

describe('editing', () => {
  test('BK-10: 09:00 to 12:00 at 45 minutes: the last visit starts at 11:15', () => {
    const draft = withVisitMinutes(draftOf(buildSchedule(mornings)), 45);
    expect(startsOf(slotsOfDay(draft.days.monday, draft.visitMinutes))).toEqual(['09:00', '09:45', '10:30', '11:15']);
  });

  test('another visit length also refills the hours of special dates', () => {
    const special = { date: '2026-12-05', slots: [range('09:00', '09:30'), range('09:30', '10:00')] };
    const draft = withVisitMinutes(draftOf(buildSchedule(mornings, { overrides: [special] })), 60);
    expect(draft.overrides).toEqual([{ date: '2026-12-05', slots: [range('09:00', '10:00')] }]);
  });

  test('a day that is switched off offers nothing and remembers its hours', () => {
    const draft = withDay(draftOf(buildSchedule(mornings)), 'monday', { isOn: false });
    expect(slotsOfDay(draft.days.monday, 30)).toEqual([]);
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
