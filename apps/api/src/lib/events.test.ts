import { expect, test } from 'vitest';
import type { AppointmentRecord } from '../db/appointments.js';
import { emitEvent, onEvent } from './events.js';

const event = { appointment: {} as AppointmentRecord, command: 'confirm', by: 'doctor' } as const;

test('every listener hears of it, also after one that fails, until it stops listening', async () => {
  const heard: string[] = [];
  const stops = [
    onEvent('appointment.changed', () => Promise.reject(new Error('the mail server is away'))),
    onEvent('appointment.changed', ({ command }) => void heard.push(command)),
  ];
  emitEvent('appointment.changed', event);
  await Promise.resolve();
  for (const stop of stops) stop();
  emitEvent('appointment.changed', event);
  await Promise.resolve();
  expect(heard).toEqual(['confirm']);
});
