import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { refusal } from '../../../test/fake-api.js';
import { serverSays } from '../../../test/fake-socket.js';
import { buildDoctor, buildPatient } from '../../../test/people.js';
import { renderAs } from '../../../test/render-as.js';
import { buildSlots } from '../../../test/slots.js';
import { AppointmentsPage } from './appointments-page.js';
import { DOCTOR, menuOf, PUT, show } from './testing/show-page.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

// Tuesday, 10:00 in Los Angeles.
beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-24T18:00:00Z'), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

describe('the next appointment', () => {
  test('says when its room opens, and becomes live as soon as the server says so', async () => {
    const appointment = buildAppointment('2026-11-24T18:30:00Z');
    const { store } = show([appointment]);
    expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Join visit' })).disabled).toBe(true);
    expect(screen.getByText('Opens today, 10:15')).toBeDefined();
    store.appointments = [{ ...appointment, can: { ...appointment.can, join: true } }];
    serverSays('appointment-changed', store.appointments[0]);
    const join = await screen.findByRole('link', { name: 'Join visit' });
    expect(join.getAttribute('href')).toBe(`/consult/${appointment._id}`);
    expect(screen.getByText('Starts in 30 min')).toBeDefined();
  });

  test('stands on both clocks', async () => {
    show([buildAppointment('2026-11-24T18:30:00Z')]);
    expect(await screen.findByText('Today, 10:30 to 11:00')).toBeDefined();
    expect(screen.getByText('Wed 25 Nov, 07:30')).toBeDefined();
  });

  test('opens the chat where the appointment is one', async () => {
    show([buildAppointment('2026-11-24T18:30:00Z', { mode: 'chat' })]);
    const chat = await screen.findByRole('link', { name: 'Open the chat' });
    expect(chat.getAttribute('href')).toBe(`/messages/${DOCTOR}`);
  });
});

test('a confirmation of the doctor shows without a reload', async () => {
  const appointment = buildAppointment('2026-11-26T18:00:00Z', {
    status: 'pending',
    answerBy: '2026-11-24T22:00:00.000Z',
  });
  const { store } = show([appointment]);
  await screen.findByText('Waiting for the doctor');
  expect(screen.getByText('The doctor answers by Tue 24 Nov, 14:00')).toBeDefined();
  store.appointments = [{ ...appointment, status: 'scheduled' }];
  serverSays('appointment-changed', store.appointments[0]);
  await screen.findByText('Confirmed');
});

describe('a proposal', () => {
  const proposal = buildAppointment('2026-11-25T18:00:00Z', {
    status: 'rescheduled',
    comment: 'In surgery that morning',
    can: { answer: true },
    proposed: {
      ...buildSlots('2026-11-26T20:00:00Z')[0]!,
      answerBy: '2026-11-26T19:00:00.000Z',
    },
  });

  test('shows both times and takes the new one in one press', async () => {
    const { user, api } = show([proposal]);
    await screen.findByText(/“In surgery that morning”/);
    expect(screen.getByText(/Without an answer by Thu 26 Nov, 11:00, the visit stays at 10:00/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Take Thu 12:00' }));
    await waitFor(() => expect(api.bodyOf(PUT(proposal))).toEqual({ proposal: 'accept' }));
  });

  test('keeps the old one as easily', async () => {
    const { user, api } = show([proposal]);
    await user.click(await screen.findByRole('button', { name: 'Keep Wed 10:00' }));
    await waitFor(() => expect(api.bodyOf(PUT(proposal))).toEqual({ proposal: 'decline' }));
  });

  test('a third time declines it and moves the appointment', async () => {
    const { user, api } = show([proposal]);
    await user.click(await screen.findByRole('button', { name: 'Find another time' }));
    await user.click(await screen.findByRole('radio', { name: /^12:30/ }));
    await user.click(screen.getByRole('button', { name: 'Move to Wed 25 Nov, 12:30' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const sent = api.calls.filter(({ key }) => key === PUT(proposal)).map(({ body }) => body);
    expect(sent).toEqual([{ proposal: 'decline' }, { startsAt: '2026-11-25T20:30:00.000Z' }]);
  });
});

describe('changing an appointment', () => {
  const appointment = buildAppointment('2026-11-26T18:00:00Z', {
    status: 'pending',
    reason: 'Follow-up',
    can: { cancel: true, reschedule: true, editReason: true },
  });

  test('cancelling says what will happen, and can say why', async () => {
    const { user, api } = show([appointment]);
    await menuOf(user, 'Cancel the visit');
    const dialog = await screen.findByRole('alertdialog', { name: 'Cancel the visit on Thu 26 Nov?' });
    expect(within(dialog).getByText(/is told at once and 10:00 is free for others/)).toBeDefined();
    await user.type(within(dialog).getByLabelText(/Why/), 'Feeling better');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel visit' }));
    await waitFor(() =>
      expect(api.bodyOf(PUT(appointment))).toEqual({ status: 'cancelled', comment: 'Feeling better' }),
    );
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  test('BK-13: a move that loses its time keeps the old one and offers the nearest', async () => {
    const { user, store } = show([appointment]);
    const lost = refusal(409, 'slot_taken');
    store.refuse = { ...lost, error: { ...lost.error, data: { slots: buildSlots('2026-11-25T20:30:00Z') } } as never };
    await menuOf(user, 'Move the visit');
    await user.click(await screen.findByRole('radio', { name: /^12:00/ }));
    await user.click(screen.getByRole('button', { name: 'Move to Wed 25 Nov, 12:00' }));
    await screen.findByText('This time has just been taken. Choose one of the nearest free ones.');
    await user.click(screen.getByRole('button', { name: 'Wed 25 Nov, 12:30' }));
    expect(screen.getByRole('button', { name: 'Move to Wed 25 Nov, 12:30' })).toBeDefined();
  });

  test('the reason can be put in other words while the doctor has not confirmed', async () => {
    const { user, api } = show([appointment]);
    await menuOf(user, 'Change the reason');
    const words = await screen.findByLabelText('What is it for?');
    await user.clear(words);
    await user.type(words, 'Test results');
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(api.bodyOf(PUT(appointment))).toEqual({ reason: 'Test results', mode: 'video' }));
  });

  test('what `can` does not allow is not offered', async () => {
    const { user } = show([buildAppointment('2026-11-26T18:00:00Z')]);
    await user.click(await screen.findByRole('button', { name: /^More for/ }));
    const items = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
    expect(items).toEqual(['Write a message']);
  });
});

describe('past appointments', () => {
  const done = buildAppointment('2026-11-11T18:00:00Z', {
    status: 'completed',
    summary: 'Keep the inhaler for two weeks.',
    can: { review: true },
  });

  test('SM-9: a completed appointment is rated with stars and words, both needed', async () => {
    const { user, api } = show([done]);
    await user.click(await screen.findByRole('button', { name: 'Rate' }));
    await user.click(await screen.findByRole('button', { name: 'Send review' }));
    await screen.findByText('Two things to put right');
    expect(api.bodyOf(PUT(done))).toBeUndefined();
    await user.click(screen.getByRole('radio', { name: /^5/ }));
    await user.type(screen.getByLabelText('In your words'), 'Listened first.');
    await user.click(screen.getByRole('button', { name: 'Send review' }));
    await waitFor(() => expect(api.bodyOf(PUT(done))).toEqual({ rating: 5, review: 'Listened first.' }));
  });

  test('the name opens the summary and the history, and the address says so', async () => {
    const { user, address } = show([done]);
    await user.click(await screen.findByRole('link', { name: done.doctorId.name }));
    const sheet = await screen.findByRole('dialog', { name: done.doctorId.name });
    expect(await within(sheet).findByText('Keep the inhaler for two weeks.')).toBeDefined();
    expect(address()).toBe(`/appointments?visit=${done._id}`);
    await user.click(within(sheet).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(address()).toBe('/appointments'));
  });

  test('the opened appointment offers what can be done as buttons, and asks before it happens', async () => {
    const coming = buildAppointment('2026-12-01T18:00:00Z', { can: { reschedule: true, cancel: true } });
    const { user } = show([coming], buildPatient(), `/appointments?visit=${coming._id}`);
    const sheet = await screen.findByRole('dialog', { name: coming.doctorId.name });
    const offered = await within(sheet).findAllByRole('button');
    expect(offered.map((button) => button.textContent?.trim()).filter(Boolean)).toEqual([
      'Join visit',
      'Move the visit',
      'Cancel the visit',
    ]);
    expect(within(sheet).getByRole('link', { name: 'Message' }).getAttribute('href')).toBe(
      `/messages/${coming.doctorId._id}`,
    );
    await user.click(within(sheet).getByRole('button', { name: 'Cancel the visit' }));
    expect(await screen.findByRole('alertdialog')).toBeDefined();
  });

  test('are filtered by how they ended, in the address', async () => {
    const missed = buildAppointment('2026-11-03T18:00:00Z', { status: 'no_show' });
    const { user, address } = show([done, missed], buildPatient(), '/appointments?tab=past');
    await screen.findByRole('button', { name: 'Rate' });
    await user.click(screen.getByRole('button', { name: 'Missed' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Rate' })).toBeNull());
    expect(address()).toBe('/appointments?tab=past&status=no_show');
    await user.click(screen.getByRole('button', { name: 'Cancelled' }));
    await screen.findByText('None of your visits ended like this.');
  });
});

describe('for a doctor', () => {
  test('requests wait on top in the doctor’s words and are confirmed in the row', async () => {
    const request = buildAppointment('2026-11-26T18:00:00Z', { status: 'pending', can: { confirm: true } });
    const { user, api } = show([request], buildDoctor());
    await screen.findByRole('heading', { name: 'Needs your answer' });
    expect(screen.getByText('Your answer')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Confirm' }));
    await waitFor(() => expect(api.bodyOf(PUT(request))).toEqual({ status: 'scheduled' }));
  });

  test('an appointment that is over is completed with notes and a summary', async () => {
    const over = buildAppointment('2026-11-23T18:00:00Z', { can: { complete: true, editNotes: true } });
    const { user, api } = show([over], buildDoctor());
    await user.click(await screen.findByRole('button', { name: 'Complete' }));
    await user.type(await screen.findByLabelText(/^Summary/), 'All well.');
    await user.type(screen.getByLabelText(/^Notes/), 'Watch the cough.');
    await user.click(screen.getByRole('button', { name: 'Complete visit' }));
    const told = () => Object.assign({}, ...api.calls.filter(({ key }) => key === PUT(over)).map(({ body }) => body));
    await waitFor(() =>
      expect(told()).toEqual({
        status: 'completed',
        summary: 'All well.',
        notes: 'Watch the cough.',
        revision: expect.any(Number),
      }),
    );
  });

  test('another time is proposed, with a word why', async () => {
    const appointment = buildAppointment('2026-11-26T18:00:00Z', { can: { reschedule: true } });
    const { user, api } = show([appointment], buildDoctor());
    await menuOf(user, 'Propose another time');
    // On the doctor's own clock in Auckland, wherever this device is, and on the patient's below.
    await user.click(await screen.findByRole('radio', { name: /^09:00/ }));
    expect(screen.getByText('Wed 25 Nov, 12:00')).toBeDefined();
    expect(screen.getAllByText('Los Angeles, the patient’s time').length).toBeGreaterThan(0);
    await user.type(screen.getByLabelText(/Why/), 'In surgery');
    await user.click(screen.getByRole('button', { name: 'Propose Thu 26 Nov, 09:00' }));
    await waitFor(() =>
      expect(api.bodyOf(PUT(appointment))).toEqual({ startsAt: '2026-11-25T20:00:00.000Z', comment: 'In surgery' }),
    );
  });
});

test('without appointments the page says what it is for and where to go', async () => {
  show([]);
  await screen.findByText('No visits coming up');
  expect(screen.getByRole('link', { name: 'Find a doctor' }).getAttribute('href')).toBe('/doctors');
  expect(screen.queryByRole('heading', { name: 'Past' })).toBeNull();
});

test('a failure says so and can be tried again', async () => {
  let fails = true;
  const { user } = renderAs(buildPatient(), <AppointmentsPage />, {
    answers: {
      'GET /api/appointments': () => (fails ? refusal(503, 'unavailable') : { data: [], meta: { nextCursor: null } }),
    },
  });
  await screen.findByText('Your appointments did not load');
  expect(screen.getByText('We cannot reach our records just now. Please try again in a moment.')).toBeDefined();
  fails = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('No visits coming up');
});
