import { describe, expect, test } from 'vitest';
import { range } from '../testing/build.js';
import { changeDates, datesLabel, groupDates, nightInto } from './special-dates.js';
import { specialProblems } from './special-form.js';

const off = (date: string, note = 'Summer') => ({ date, slots: [], note });
const WEEK = { visitMinutes: 30, weeklyOn: () => [range('00:30', '01:00'), range('09:00', '09:30')] };
const TODAY = '2026-11-25';

describe('the list', () => {
  test('neighbours that are alike stand as one, over the turn of the year', () => {
    const overrides = ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-03'].map((date) => off(date));
    const groups = groupDates(overrides, TODAY);
    expect(groups.map(datesLabel)).toEqual(['Wed 30 Dec to Fri 1 Jan', 'Sun 3 Jan']);
  });

  test('other notes or hours part them, and what is over is not shown', () => {
    const hours = { date: '2026-12-03', slots: [range('09:00', '09:30')], note: 'Summer' };
    const groups = groupDates([off('2026-11-24'), off('2026-12-01'), off('2026-12-02', 'Conference'), hours], TODAY);
    expect(groups.map(({ from }) => from)).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']);
  });
});

test('FR-9: a date that begins with the end of a night says of which', () => {
  const saturday = { from: '2026-12-26', to: '2026-12-26', ranges: [range('23:00', '01:00')], note: '' };
  const [night, morning] = groupDates(changeDates([], null, saturday, WEEK), TODAY);
  expect(nightInto(night, morning!)).toBe('Until 01:00 the night of Sat 26 Dec goes on');
  expect(nightInto(undefined, morning!)).toBeNull();
  expect(nightInto({ ...night!, to: '2026-12-25' }, morning!)).toBeNull();
  expect(nightInto({ ...night!, slots: [range('22:00', '23:30')] }, morning!)).toBeNull();
});

describe('changing', () => {
  const leave = { from: '2026-12-24', to: '2026-12-26', ranges: [], note: ' Leave ' };

  test('time off makes an entry without times for each date', () => {
    expect(changeDates([], null, leave, WEEK)).toEqual(
      ['2026-12-24', '2026-12-25', '2026-12-26'].map((date) => off(date, 'Leave')),
    );
  });

  test('other hours are divided into appointments', () => {
    const [saturday] = changeDates([], null, { ...leave, to: leave.from, ranges: [range('09:00', '10:00')] }, WEEK);
    expect(saturday!.slots).toEqual([range('09:00', '09:30'), range('09:30', '10:00')]);
  });

  test('FR-9: a night goes on into the next date, which keeps the rest of its hours', () => {
    const saturday = { ...leave, to: leave.from, ranges: [range('23:00', '01:00')], note: '' };
    const changed = changeDates([], null, saturday, WEEK);
    expect(changed).toEqual([
      { date: '2026-12-24', slots: [range('23:00', '23:30'), range('23:30', '00:00')] },
      { date: '2026-12-25', slots: [range('00:00', '00:30'), range('00:30', '01:00'), range('09:00', '09:30')] },
    ]);
    expect(changeDates([off('2026-12-25')], null, saturday, WEEK)[1]!.slots).toHaveLength(2);
  });

  test('the newest entry of a date wins, and taking dates back leaves the others', () => {
    const before = changeDates([], null, leave, WEEK);
    const oneDay = { ...leave, from: '2026-12-25', to: '2026-12-25', note: 'Christmas' };
    const changed = changeDates(before, null, oneDay, WEEK);
    expect(changed).toHaveLength(3);
    expect(changed[1]).toEqual(off('2026-12-25', 'Christmas'));
    const [first] = groupDates(changed, TODAY);
    expect(changeDates(changed, first!, null, WEEK).map(({ date }) => date)).toEqual(['2026-12-25', '2026-12-26']);
  });
});

test('the dialog asks for a first day, an order, and hours where there are to be some', () => {
  const form = { kind: 'hours', from: '', to: '', ranges: [], note: '' } as const;
  expect(specialProblems(form, 30)).toMatchObject({ from: 'Choose the first day.', noRanges: expect.any(String) });
  const backwards = { ...form, kind: 'off', from: '2026-12-24', to: '2026-12-01' } as const;
  expect(specialProblems(backwards, 30).to).toBe('The last day comes before the first.');
  expect(specialProblems({ ...backwards, to: '2027-12-01' }, 30).to).toBe('At most 120 days at once.');
});
