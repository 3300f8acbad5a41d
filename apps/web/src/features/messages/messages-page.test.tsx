import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { refusal } from '../../../test/fake-api.js';
import { ANA, buildRow, DR_LEE } from '../../../test/messages.js';
import { serverAnswers } from '../../../test/fake-socket.js';
import { composer, openMessages, PEER, rung } from '../../../test/open-messages.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

beforeEach(() => serverAnswers({}));

describe('the list of conversations', () => {
  it('shows who wrote, what, and how much is unread; the rail knows too', async () => {
    openMessages('/messages');
    const row = await screen.findByRole('link', { name: /Dr. Lee/ });
    expect(row.textContent).toMatch(/Dr. Lee Doctor.*text 3.*1 unread/);
    await waitFor(() => expect(screen.getByTestId('unread').textContent).toMatch('1'));
  });

  it('says what to do while nobody has written', async () => {
    openMessages('/messages', {
      'GET /api/message/conversations': () => ({ data: [], meta: { nextCursor: null, unreadTotal: 0 } }),
    });
    expect(await screen.findAllByRole('link', { name: 'Find a doctor' })).not.toHaveLength(0);
  });

  it('says what failed, and tries again', async () => {
    let isDown = true;
    const { user } = openMessages('/messages', {
      'GET /api/message/conversations': () =>
        isDown ? refusal(503, 'unavailable') : { data: [buildRow(DR_LEE)], meta: { nextCursor: null, unreadTotal: 0 } },
    });
    expect(await screen.findByText('We cannot reach our records just now. Please try again in a moment.')).toBeTruthy();
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: /Dr. Lee/ })).toBeTruthy();
  });

  it('finds people, and says when there is nobody', async () => {
    const { user } = openMessages('/messages');
    await screen.findByRole('link', { name: /Dr. Lee/ });
    await user.type(screen.getByRole('searchbox'), 'zzz');
    expect(screen.queryByRole('link', { name: /Dr. Lee/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show everyone' }));
    expect(screen.getByRole('link', { name: /Dr. Lee/ })).toBeTruthy();
  });
});

describe('the head of a conversation', () => {
  it('rings the other one where that is allowed', async () => {
    const { user } = openMessages();
    await user.click(await screen.findByRole('button', { name: 'Call' }));
    expect(rung).toEqual([PEER]);
  });

  it('offers no call where that is not allowed', async () => {
    openMessages(undefined, { [`GET /api/message/user/${DR_LEE}`]: () => ({ data: { ...PEER, canCall: false } }) });
    await composer();
    expect(screen.queryByRole('button', { name: 'Call' })).toBeNull();
  });

  it('leads to a visit with this person that is open', async () => {
    const appointment = {
      _id: 'f'.repeat(24),
      doctorId: { _id: DR_LEE },
      patientId: { _id: ANA },
      mode: 'video',
      startsAt: '2026-11-20T16:00:00Z',
      endsAt: '2999-11-20T16:30:00Z',
      can: { join: true },
    };
    openMessages(undefined, { 'GET /api/appointments': () => ({ data: [appointment], meta: { nextCursor: null } }) });
    const link = await screen.findByRole('link', { name: 'Join visit' });
    expect(link.getAttribute('href')).toBe(`/consult/${appointment._id}`);
  });

  it('says that a conversation with a stranger is not there', async () => {
    openMessages(`/messages/${'0'.repeat(24)}`);
    expect(await screen.findByText('This conversation is not there')).toBeTruthy();
  });
});
