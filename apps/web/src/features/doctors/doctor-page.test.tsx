import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { buildProfile } from '../../../test/doctors.js';
import { refusal } from '../../../test/fake-api.js';
import { serverSays } from '../../../test/fake-socket.js';
import { buildDoctor, buildPatient } from '../../../test/people.js';
import { renderAs } from '../../../test/render-as.js';
import { buildSlots, slotDays } from '../../../test/slots.js';
import { DoctorPage } from './doctor-page.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

// Tuesday, 10:00 in Los Angeles.
beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-24T18:00:00Z'), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const doctor = buildProfile();
const HERE = `/doctors/${doctor._id}`;
const slots = buildSlots('2026-11-25T00:00:00Z', 4);
const POST = 'POST /api/appointments';
const page = (
  <Routes>
    <Route path="/doctors/:doctorId" element={<DoctorPage />} />
    <Route path="*" element={null} />
  </Routes>
);

const answers = (book: () => object = () => ({ status: 201, data: pending })) => ({
  [`GET /api/doctors/${doctor._id}`]: () => ({ data: doctor }),
  [`GET /api/doctors/${doctor._id}/slots`]: () => ({ data: slotDays(slots) }),
  [`GET /api/doctors/${doctor._id}/reviews`]: () => ({ data: [], meta: { nextCursor: null } }),
  [POST]: book,
});
const pending = buildAppointment('2026-11-25T00:00:00Z', { status: 'pending' });

const fill = async (user: ReturnType<typeof renderAs>['user']) => {
  await user.click(await screen.findByRole('radio', { name: /^16:00/ }));
  await user.click(screen.getByRole('radio', { name: 'Follow-up' }));
  await user.type(screen.getByLabelText(/In your words/), 'Since Monday');
};
const keysOf = ({ api }: ReturnType<typeof renderAs>) =>
  api.calls.filter(({ key }) => key === POST).map(({ headers }) => headers.get('Idempotency-Key'));

describe('booking', () => {
  test('a time, a reason, one button: asked with a key, confirmed on both clocks', async () => {
    const view = renderAs(buildPatient(), page, { at: HERE, answers: answers() });
    await fill(view.user);
    expect(screen.getByText('Wed 25 Nov, 13:00')).toBeDefined();
    await view.user.click(screen.getByRole('button', { name: 'Confirm visit' }));
    const title = await screen.findByRole('heading', { name: 'Your request is with the doctor' });
    expect(document.activeElement).toBe(title);
    expect(view.api.bodyOf(POST)).toEqual({
      doctorId: doctor._id,
      startsAt: '2026-11-25T00:00:00.000Z',
      mode: 'video',
      reason: 'Follow-up',
      symptoms: 'Since Monday',
    });
    expect(keysOf(view)[0]).toBeTruthy();
    expect(screen.getByText('Tue 24 Nov, 16:00')).toBeDefined();
  });

  test('the confirmation turns by itself when the doctor answers', async () => {
    const { user } = renderAs(buildPatient(), page, { at: HERE, answers: answers() });
    await fill(user);
    await user.click(screen.getByRole('button', { name: 'Confirm visit' }));
    await screen.findByRole('heading', { name: 'Your request is with the doctor' });
    serverSays('appointment-changed', { ...pending, status: 'scheduled' });
    expect(await screen.findByRole('heading', { name: 'Your visit is confirmed' })).toBeDefined();
  });

  test('BK-1: a time that was just taken keeps the words and offers the nearest', async () => {
    let isTaken = true;
    const lost = refusal(409, 'slot_taken');
    const view = renderAs(buildPatient(), page, {
      at: HERE,
      answers: answers(() =>
        isTaken
          ? { ...lost, error: { ...lost.error, data: { slots: slots.slice(1, 3) } } }
          : { status: 201, data: pending },
      ),
    });
    await fill(view.user);
    await view.user.click(screen.getByRole('button', { name: 'Confirm visit' }));
    await screen.findByRole('dialog', { name: '16:00 was just taken' });
    isTaken = false;
    await view.user.click(screen.getByRole('button', { name: 'Tue 24 Nov, 16:30' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>(/In your words/).value).toBe('Since Monday');
    await view.user.click(screen.getByRole('button', { name: 'Confirm visit' }));
    await screen.findByRole('heading', { name: 'Your request is with the doctor' });
    const [first, second] = keysOf(view);
    expect(second).not.toBe(first);
  });

  test('BK-4: sent again after an answer that got lost, it is the same booking', async () => {
    let fails = true;
    const view = renderAs(buildPatient(), page, {
      at: HERE,
      answers: answers(() => (fails ? refusal(503, 'unavailable') : { status: 201, data: pending })),
    });
    await fill(view.user);
    await view.user.click(screen.getByRole('button', { name: 'Confirm visit' }));
    await screen.findByText('We cannot reach our records just now. Please try again in a moment.');
    fails = false;
    await view.user.click(screen.getByRole('button', { name: 'Confirm visit' }));
    await screen.findByRole('heading', { name: 'Your request is with the doctor' });
    const [first, second] = keysOf(view);
    expect(second).toBe(first);
  });

  test('a time from the list is already chosen', async () => {
    renderAs(buildPatient(), page, { at: `${HERE}?time=2026-11-25T00%3A30%3A00.000Z`, answers: answers() });
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: /^16:30/ })).checked).toBe(true);
    expect(screen.getByRole('button', { name: 'Confirm visit' })).toBeDefined();
  });
});

describe('what else the server may answer', () => {
  test('FR-1: with no place left, an appointment is cancelled on the spot and the words go on', async () => {
    const held = buildAppointment('2026-11-26T18:00:00Z', { status: 'pending', can: { cancel: true } });
    const begun = buildAppointment('2026-11-24T18:05:00Z');
    let isFull = true;
    const full = refusal(409, 'too_many_bookings');
    const data = { limit: 2, counts: 'with_doctor', visits: [begun, held] };
    const view = renderAs(buildPatient(), page, {
      at: HERE,
      answers: {
        ...answers(() => (isFull ? { ...full, error: { ...full.error, data } } : { status: 201, data: pending })),
        [`PUT /api/appointments/${held._id}`]: () => {
          isFull = false;
          return { data: { ...held, status: 'cancelled' } };
        },
      },
    });
    await fill(view.user);
    await view.user.click(screen.getByRole('button', { name: 'Confirm visit' }));
    await screen.findByRole('dialog', { name: `You have 2 visits coming up with ${doctor.name}` });
    const open = screen.getByRole('link', { name: 'Open the visit of Thu 26 Nov, 10:00' });
    expect(open.getAttribute('href')).toBe(`/appointments?visit=${held._id}`);
    expect(screen.getAllByRole('button', { name: /^Cancel the visit/ })).toHaveLength(1);
    await view.user.click(screen.getByRole('button', { name: 'Cancel the visit of Thu 26 Nov, 10:00' }));
    await view.user.click(await screen.findByRole('button', { name: 'Cancel visit' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(view.api.bodyOf(`PUT /api/appointments/${held._id}`)).toEqual({ status: 'cancelled' });
    expect(screen.getByLabelText<HTMLTextAreaElement>(/In your words/).value).toBe('Since Monday');
    await view.user.click(screen.getByRole('button', { name: 'Confirm visit' }));
    await screen.findByRole('heading', { name: 'Your request is with the doctor' });
  });

  test('FR-7: cancelling one that the server may have done already is not sent again by itself', async () => {
    const held = buildAppointment('2026-11-26T18:00:00Z', { can: { cancel: true } });
    const full = refusal(409, 'too_many_bookings');
    const data = { limit: 1, counts: 'all', visits: [held] };
    const { user } = renderAs(buildPatient(), page, {
      at: HERE,
      answers: {
        ...answers(() => ({ ...full, error: { ...full.error, data } })),
        [`PUT /api/appointments/${held._id}`]: () => refusal(503, 'unavailable'),
      },
    });
    await fill(user);
    await user.click(screen.getByRole('button', { name: 'Confirm visit' }));
    await user.click(await screen.findByRole('button', { name: /^Cancel the visit/ }));
    await user.click(await screen.findByRole('button', { name: 'Cancel visit' }));
    await screen.findByRole('button', { name: 'Try again' });
    expect(screen.queryByText(/sent as soon as/)).toBeNull();
  });

  test('FR-1: who opens one of them first finds the words again on the way back', async () => {
    const held = buildAppointment('2026-11-26T18:00:00Z', { can: { cancel: true } });
    const full = refusal(409, 'too_many_bookings');
    const data = { limit: 1, counts: 'all', visits: [held] };
    const book = () => ({ ...full, error: { ...full.error, data } });
    const view = renderAs(buildPatient(), page, { at: HERE, answers: answers(book) });
    await fill(view.user);
    await view.user.click(screen.getByRole('button', { name: 'Confirm visit' }));
    await view.user.click(await screen.findByRole('link', { name: /^Open the visit/ }));
    await waitFor(() => expect(view.address()).toBe(`/appointments?visit=${held._id}`));
    view.unmount();

    renderAs(buildPatient(), page, { at: `${HERE}?time=2026-11-25T00%3A00%3A00.000Z`, answers: answers() });
    expect((await screen.findByLabelText<HTMLTextAreaElement>(/In your words/)).value).toBe('Since Monday');
  });

  test('a request says until when the doctor answers, and that it was released', async () => {
    const request = { ...pending, answerBy: '2026-11-24T22:00:00.000Z' };
    const { user } = renderAs(buildPatient(), page, {
      at: HERE,
      answers: answers(() => ({ status: 201, data: request })),
    });
    await fill(user);
    await user.click(screen.getByRole('button', { name: 'Confirm visit' }));
    await screen.findByText(/answers by Tue 24 Nov, 14:00, and you see it here/);
    const expired = {
      at: request.answerBy,
      by: 'system',
      command: 'expire',
      from: 'pending',
      to: 'cancelled',
    } as const;
    serverSays('appointment-changed', { ...pending, status: 'cancelled', history: [expired] });
    await screen.findByRole('heading', { name: 'The doctor did not answer in time' });
  });
});

test('a visitor signs in on the way: the time stands in the address, the words do not', async () => {
  const visitor = renderAs(null, page, { at: HERE, answers: answers() });
  await fill(visitor.user);
  await visitor.user.click(screen.getByRole('button', { name: 'Sign in to confirm' }));
  await waitFor(() => expect(visitor.address()).toContain('/sign-in?returnTo='));
  const back = new URLSearchParams(visitor.address()?.split('?')[1]).get('returnTo') ?? '';
  expect(back).toBe(`${HERE}?time=2026-11-25T00%3A00%3A00.000Z`);
  expect(visitor.api.calls.map(({ key }) => key)).not.toContain(POST);
  visitor.unmount();

  renderAs(buildPatient(), page, { at: back, answers: answers() });
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: /^16:00/ })).checked).toBe(true);
  expect(screen.getByLabelText<HTMLTextAreaElement>(/In your words/).value).toBe('Since Monday');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Follow-up' }).checked).toBe(true);
});

test('a doctor is told that patients book', async () => {
  renderAs(buildDoctor(), page, { at: HERE, answers: answers() });
  await screen.findByText('Visits are booked by patients');
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.queryByRole('link', { name: 'Write a message' })).toBeNull();
});

test('a doctor who is not here leads back to those who are', async () => {
  renderAs(null, page, { at: '/doctors/65f0000000000000000000ff', answers: {} });
  await screen.findByText('This doctor is not here');
  expect(screen.getByRole('link', { name: 'Find another doctor' })).toBeDefined();
});

test('a doctor who is not verified yet is not called so on their own page, and reads no reviews there', async () => {
  const { api } = renderAs(buildDoctor({ _id: doctor._id, verification: 'pending' }), page, {
    at: HERE,
    answers: answers(),
  });
  expect(await screen.findByText('Only you see this page')).toBeDefined();
  expect(screen.queryByText('Verified')).toBeNull();
  expect(screen.queryByRole('region', { name: 'What patients say' })).toBeNull();
  expect(api.calls.map(({ key }) => key)).not.toContain(`GET ${HERE.replace('/', '/api/')}/reviews`);
});
