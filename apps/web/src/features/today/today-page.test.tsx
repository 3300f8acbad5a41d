import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { refusal } from '../../../test/fake-api.js';
import { serverSays } from '../../../test/fake-socket.js';
import { renderAsDoctor } from '../../../test/render-as-doctor.js';
import { slotDays } from '../../../test/slots.js';
import { answers, hours, live, request } from './testing/answers.js';
import { TodayPage } from './today-page.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

// 13:02 on Wednesday 25 November in Auckland.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T00:02:00Z') }));
afterEach(() => void vi.useRealTimers());

describe('now', () => {
  test('who is here, since when, in their words, and the way in', async () => {
    const appointment = live();
    const { user, address } = renderAsDoctor(<TodayPage />, { answers: answers([appointment]) });
    expect(await screen.findByRole('heading', { name: 'Camila Ferreira' })).toBeDefined();
    expect(screen.getByText('Now, since 2 min')).toBeDefined();
    expect(screen.getByText('Itching patches')).toBeDefined();
    await user.keyboard('j');
    expect(address()).toBe(`/consult/${appointment._id}`);
  });

  test('who sits in the waiting room is told at once, and no longer when they go', async () => {
    const appointment = live();
    renderAsDoctor(<TodayPage />, { answers: answers([appointment]) });
    await screen.findByText('Now, since 2 min');
    const peer = { appointmentId: appointment._id, peerId: 'p1', name: 'Camila Ferreira', role: 'patient' };
    serverSays('waiting-changed', [{ ...peer, since: '2026-11-24T23:57:00Z' }]);
    expect(await screen.findByText('In the waiting room for 5 min')).toBeDefined();
    serverSays('waiting-changed', []);
    expect(await screen.findByText('Now, since 2 min')).toBeDefined();
  });

  test('before the door opens the page says when it will', async () => {
    const appointment = buildAppointment('2026-11-25T01:00:00Z', { patient: 'Ngozi Eze' });
    renderAsDoctor(<TodayPage />, { answers: answers([appointment]) });
    expect(await screen.findByText('You can join from 13:45.')).toBeDefined();
    expect(screen.queryByRole('link', { name: /^Join/ })).toBeNull();
  });

  test('an appointment that is over asks how it ended', async () => {
    const appointment = buildAppointment('2026-11-24T20:00:00Z', { patient: 'Wiremu Parata', can: { complete: true } });
    const { user, api } = renderAsDoctor(<TodayPage />, { answers: answers([appointment]) });
    await user.click(await screen.findByRole('button', { name: 'Close visit of Wiremu Parata' }));
    await user.click(await screen.findByRole('button', { name: 'Complete visit' }));
    const question = await screen.findByRole('alertdialog');
    await user.click(within(question).getByRole('button', { name: 'Complete visit' }));
    await waitFor(() =>
      expect(api.bodyOf(`PUT /api/appointments/${appointment._id}`)).toEqual({ status: 'completed' }),
    );
  });
});

describe('requests', () => {
  test('arrows choose a row, C confirms it, and the row goes', async () => {
    const [aroha, jean] = [request('Aroha Ngata'), request('Jean Kouadio', '01:00')];
    const { user, api } = renderAsDoctor(<TodayPage />, { answers: answers([aroha, jean]) });
    await screen.findByRole('button', { name: /Confirm Aroha Ngata/ });
    await user.keyboard('{ArrowDown}c');
    await waitFor(() => expect(api.bodyOf(`PUT /api/appointments/${jean._id}`)).toEqual({ status: 'scheduled' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /Confirm Jean Kouadio/ })).toBeNull());
    expect(screen.getByRole('button', { name: /Confirm Aroha Ngata/ })).toBeDefined();
  });

  test('another time is proposed from the row of the request, or with P', async () => {
    const aroha = request('Aroha Ngata');
    Object.assign(aroha.can, { reschedule: true });
    const { user } = renderAsDoctor(<TodayPage />, { answers: answers([aroha]) });
    await user.click(await screen.findByRole('button', { name: /Propose another time Aroha Ngata/ }));
    await user.click(await screen.findByRole('button', { name: 'Keep the time' }));
    await user.keyboard('p');
    expect(await screen.findByRole('dialog', { name: 'Another time for Aroha Ngata' })).toBeDefined();
  });

  test('D asks first and takes a word to the patient; keys rest meanwhile', async () => {
    const aroha = request('Aroha Ngata');
    const { user, api } = renderAsDoctor(<TodayPage />, { answers: answers([aroha]) });
    await screen.findByRole('button', { name: /Confirm Aroha Ngata/ });
    await user.keyboard('d');
    const question = await screen.findByRole('alertdialog', { name: 'Decline the visit of Aroha Ngata?' });
    await user.type(within(question).getByRole('textbox'), 'I am at a conference');
    await user.click(within(question).getByRole('button', { name: 'Decline visit' }));
    await waitFor(() =>
      expect(api.bodyOf(`PUT /api/appointments/${aroha._id}`)).toEqual({
        status: 'cancelled',
        comment: 'I am at a conference',
      }),
    );
  });

  test('a request appears without reloading', async () => {
    const appointments = [request('Aroha Ngata')];
    renderAsDoctor(<TodayPage />, { answers: answers(appointments) });
    await screen.findByRole('button', { name: /Confirm Aroha Ngata/ });
    const fresh = request('Siobhán Daly', '02:00');
    appointments.push(fresh);
    serverSays('appointment-changed', fresh);
    expect(await screen.findByRole('button', { name: /Confirm Siobhán Daly/ })).toBeDefined();
  });

  test('many requests leave room for the day until they are all asked for', async () => {
    const many = Array.from({ length: 9 }, (_, index) => request(`Patient ${index}`, `0${index}`));
    const { user } = renderAsDoctor(<TodayPage />, { answers: answers(many) });
    await user.click(await screen.findByRole('button', { name: 'Show all 9 requests' }));
    expect(screen.getAllByRole('button', { name: /^Confirm/ })).toHaveLength(9);
  });

  test('a lost race is told in the row', async () => {
    const aroha = request('Aroha Ngata');
    const { user } = renderAsDoctor(<TodayPage />, {
      answers: {
        ...answers([aroha]),
        [`PUT /api/appointments/${aroha._id}`]: () => refusal(409, 'invalid_transition'),
      },
    });
    await user.click(await screen.findByRole('button', { name: /Confirm Aroha Ngata/ }));
    expect(
      await screen.findByText('This appointment has changed, so that is not possible. Look at it again.'),
    ).toBeDefined();
  });
});

describe('a first day', () => {
  test('without hours it leads to the schedule', async () => {
    renderAsDoctor(<TodayPage />, { answers: answers([], { schedule: { ...hours, schedule: [] } }) });
    const link = await screen.findByRole('link', { name: 'Set your hours' });
    expect(link.getAttribute('href')).toBe('/schedule');
  });

  test('with hours it says what will happen, and offers the page to share', async () => {
    renderAsDoctor(<TodayPage />, { answers: answers([]) });
    expect(await screen.findByText('You can be booked')).toBeDefined();
    expect(screen.getByRole('link', { name: 'See your page' })).toBeDefined();
  });

  test('an account that is being checked says so', async () => {
    renderAsDoctor(<TodayPage />, { account: { verification: 'pending' }, answers: answers([]) });
    expect(await screen.findByText('We are checking your account')).toBeDefined();
  });
});

describe('the record', () => {
  test('what is written is stored by the time the sheet is closed', async () => {
    const appointment = live();
    const { user } = renderAsDoctor(<TodayPage />, { answers: answers([appointment]) });
    await user.click(await screen.findByRole('button', { name: 'Record' }));
    await user.type(await screen.findByLabelText(/^Notes/), 'Dermatitis');
    await user.type(screen.getByLabelText(/^Summary/), 'Use the cream');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(appointment).toMatchObject({ notes: 'Dermatitis', summary: 'Use the cream' });
  });

  test('a save that is refused keeps the words and the sheet open', async () => {
    const appointment = live();
    const { user } = renderAsDoctor(<TodayPage />, {
      answers: {
        ...answers([appointment]),
        [`PUT /api/appointments/${appointment._id}`]: () => refusal(400, 'validation_failed'),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Record' }));
    await user.type(await screen.findByLabelText(/^Notes/), 'Dermatitis');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(await screen.findByText(/Please check the highlighted fields\./)).toBeDefined();
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Notes/).value).toBe('Dermatitis');
  });

  test('after completion the notes stand, and an addendum is added below them', async () => {
    const appointment = buildAppointment('2026-11-24T20:00:00Z', {
      status: 'completed',
      notes: 'Dermatitis',
      can: { editNotes: true },
    });
    const { user, api } = renderAsDoctor(<TodayPage />, {
      at: `/?visit=${appointment._id}`,
      answers: answers([appointment]),
    });
    await user.click(await screen.findByRole('tab', { name: 'Record' }));
    expect(await screen.findByText('Dermatitis')).toBeDefined();
    await user.type(screen.getByLabelText(/^Addendum/), 'Better now');
    await user.click(screen.getByRole('button', { name: 'Save record' }));
    await waitFor(() =>
      expect(api.bodyOf(`PUT /api/appointments/${appointment._id}`)).toEqual({ notes: 'Better now', revision: 0 }),
    );
  });
});

test('another time is proposed from the doctor’s own free times', async () => {
  const appointment = live();
  const startsAt = '2026-11-25T02:00:00.000Z';
  const slot = {
    startsAt,
    endsAt: '2026-11-25T02:30:00.000Z',
    date: '2026-11-25',
    startTime: '15:00',
    endTime: '15:30',
  };
  const { user, api } = renderAsDoctor(<TodayPage />, {
    at: `/?visit=${appointment._id}`,
    answers: {
      ...answers([appointment]),
      // What is free to this appointment: its own hold does not count.
      [`GET /api/doctors/${appointment.doctorId._id}/slots`]: (_body: unknown, url: URL) => ({
        data: slotDays(url.searchParams.get('moving') === appointment._id ? [slot] : []),
      }),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Propose another time' }));
  await user.click(await screen.findByRole('radio', { name: '15:00' }));
  expect(screen.getByText('Tue 24 Nov, 18:00')).toBeDefined();
  expect(screen.getByText('Los Angeles, the patient’s time')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Propose Wed 25 Nov, 15:00' }));
  await waitFor(() =>
    expect(api.bodyOf(`PUT /api/appointments/${appointment._id}`)).toEqual({ status: 'rescheduled', startsAt }),
  );
});

test('a day that does not load says why and offers another try', async () => {
  const { user } = renderAsDoctor(<TodayPage />, {
    answers: {
      ...answers([]),
      'GET /api/appointments/doctor': () => refusal(503, 'unavailable'),
    },
  });
  expect(await screen.findByText('We cannot reach our records just now. Please try again in a moment.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('Your day did not load')).toBeDefined();
});
