import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { networkError } from '../../lib/api-error.js';
import { serverAnswers, serverSays } from '../../../test/fake-socket.js';
import { DR_LEE } from '../../../test/messages.js';
import { composer, connect, openMessages } from '../../../test/open-messages.js';
import { englishLeft, switchLanguage } from '../../../test/switch-language.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

const WRITTEN = ['Dr. Lee', 'text 1', 'text 2', 'text 3', 'lost'];
/** More than one message takes. */
const DRAFT = 'not yet sent, '.repeat(300);

beforeEach(() => serverAnswers({}));

it('a conversation changes its language on the spot, and what was written in it stays', async () => {
  serverAnswers({
    'message-send': () => {
      throw networkError();
    },
  });
  const { user } = openMessages();
  await connect();
  await user.type(await composer(), 'lost{Enter}');
  await screen.findByText(/Not sent/);
  const pictures = Array.from({ length: 11 }, (_, at) => new File(['x'], `${at}`, { type: 'image/png' }));
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, pictures);
  fireEvent.change(await composer(), { target: { value: DRAFT } });
  serverSays('typing-start', { from: DR_LEE });
  for (const words of ['1 new', /^At most 10/, /^200 too many/, /is writing/]) {
    expect(screen.getByText(words)).toBeTruthy();
  }

  switchLanguage();
  expect(englishLeft(DRAFT, ...WRITTEN)).toEqual([]);
  expect(screen.getByDisplayValue(DRAFT.trim())).toBeTruthy();
  expect(screen.getAllByRole('img', { name: /^\d$/ })).toHaveLength(10);
});

it('so does the list, also while nobody has written', async () => {
  const { user } = openMessages('/messages', {
    'GET /api/message/conversations': () => ({ data: [], meta: { nextCursor: null, unreadTotal: 0 } }),
  });
  await user.type(await screen.findByRole('searchbox'), 'zzz');
  await screen.findAllByRole('link', { name: 'Find a doctor' });
  switchLanguage();
  expect(englishLeft('zzz')).toEqual([]);
});
