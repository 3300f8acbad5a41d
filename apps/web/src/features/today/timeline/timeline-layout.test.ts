import { DEFAULT_RULES, type DoctorSchedule } from '@health-connect/contract/availability';
import { expect, test } from 'vitest';
import { buildAppointment } from '../../../../test/appointments.js';
import { hoursOn, layOutDay, placeOfNow } from './timeline-layout.js';

const ZONE = 'Pacific/Auckland';
const TODAY = { zone: ZONE, date: '2026-11-25' };
// 13:00 and 13:30 on Wednesday 25 November in Auckland.
const appointments = [buildAppointment('2026-11-25T00:00:00Z'), buildAppointment('2026-11-25T00:30:00Z')];
const hours = [
  { startTime: '09:00', endTime: '12:00' },
  { startTime: '13:00', endTime: '17:00' },
];

test('appointments lie on the doctor’s clock, at 1.25 pixels a minute', () => {
  const layout = layOutDay(appointments, hours, TODAY);
  expect(layout).toMatchObject({ from: 540, minutes: 480, scale: 1.25 });
  expect(layout.blocks.map(({ at, minutes }) => [at, minutes])).toEqual([
    [240, 30],
    [270, 30],
  ]);
  expect(layout.hours.map(({ label }) => label).slice(0, 2)).toEqual(['09:00', '10:00']);
});

test('the pause between two stretches of work is a break', () => {
  expect(layOutDay([], hours, TODAY).breaks).toEqual([{ at: 180, minutes: 60, label: 'Break, 12:00 to 13:00' }]);
  const onIt = buildAppointment('2026-11-24T23:15:00Z');
  expect(layOutDay([onIt], hours, TODAY).breaks).toEqual([]);
});

test('an appointment outside the hours widens the day; an empty day shows a usual one', () => {
  const late = buildAppointment('2026-11-25T06:10:00Z');
  expect(layOutDay([late], hours, TODAY)).toMatchObject({ from: 540, minutes: 660 });
  expect(layOutDay([], [], TODAY)).toMatchObject({ from: 540, minutes: 480 });
});

test('FR-9: an appointment of the night before lies at the top until it ends', () => {
  // 23:45 to 00:15.
  const night = buildAppointment('2026-11-24T10:45:00Z');
  const layout = layOutDay([night], [], TODAY);
  expect(layout.blocks.map(({ at, minutes }) => [at, minutes])).toEqual([[0, 15]]);
  const before = layOutDay([night], [{ startTime: '22:00', endTime: '00:15' }], { ...TODAY, date: '2026-11-24' });
  expect(before.blocks.map(({ at, minutes }) => [at, minutes])).toEqual([[105, 30]]);
});

test('short appointments get room for a line of words', () => {
  expect(layOutDay([buildAppointment('2026-11-25T00:00:00Z', { minutes: 10 })], hours, TODAY).scale).toBe(2.8);
});

test('the now line is drawn only where the day is shown', () => {
  const layout = layOutDay(appointments, hours, TODAY);
  expect(placeOfNow(layout, Date.parse('2026-11-25T00:02:00Z'), ZONE)).toBe(242);
  expect(placeOfNow(layout, Date.parse('2026-11-25T08:00:00Z'), ZONE)).toBeNull();
});

test('a special date has its own hours, a day off none', () => {
  const slots = [{ slotNumber: 1, startTime: '09:00', endTime: '09:30', isAvailable: true }];
  const schedule: DoctorSchedule = {
    timeZone: ZONE,
    schedule: [{ day: 'wednesday', slots }],
    overrides: [{ date: '2026-12-02', slots: [] }],
    rules: DEFAULT_RULES,
  };
  expect(hoursOn(schedule, '2026-11-25')).toEqual([{ startTime: '09:00', endTime: '09:30' }]);
  expect(hoursOn(schedule, '2026-12-02')).toEqual([]);
  expect(hoursOn(undefined, '2026-11-25')).toEqual([]);
});
