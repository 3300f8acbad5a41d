import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { networkError } from '../../../lib/api-error.js';
import { ANA, buildMessage, buildOwn, DR_LEE } from '../../../../test/messages.js';
import { askedOf, serverAnswers, serverSays } from '../../../../test/fake-socket.js';
import { composer, connect, conversation, expectReceipt, openMessages } from '../../../../test/open-messages.js';

vi.mock('../../../lib/socket.js', () => import('../../../../test/fake-socket.js'));

beforeEach(() => serverAnswers({}));

describe('a conversation', () => {
  it('opens with the unread line and the receipt of my last message', async () => {
    openMessages();
    await composer();
    expect(screen.getByText('1 new')).toBeTruthy();
    await expectReceipt('text 2', 'Delivered');
    expect(screen.getByRole('heading', { name: 'Dr. Lee' })).toBeTruthy();
  });

  it('shows a message at once, sends it with Enter, and tells how far it got', async () => {
    let acknowledge: (message: unknown) => void = () => undefined;
    serverAnswers({ 'message-send': () => new Promise((resolve) => (acknowledge = resolve)) });
    const { user } = openMessages();
    await connect();
    await user.type(await composer(), 'one{Shift>}{Enter}{/Shift}two{Enter}');
    await expectReceipt('one two', 'Sending');
    expect((await composer()).value).toBe('');

    const [sent] = askedOf('message-send');
    expect(sent).toMatchObject({ to: DR_LEE, type: 'text', text: 'one\ntwo' });
    const stored = buildOwn(4, { text: 'one\ntwo', clientId: String(sent?.['clientId']) });
    serverSays('message-receive', stored);
    await act(async () => acknowledge(stored));
    expect(conversation().getAllByText('one two')).toHaveLength(1);
    await expectReceipt('one two', 'Sent');
    serverSays('message-delivered', { by: DR_LEE, of: ANA, upTo: 4 });
    await expectReceipt('one two', 'Delivered');
    serverSays('message-read', { by: DR_LEE, of: ANA, upTo: 4 });
    await expectReceipt('one two', 'Read');
  });

  it('says why a message was not sent, and sends the same one on trying again', async () => {
    let isCut = true;
    serverAnswers({
      'message-send': ({ text, clientId }) => {
        if (isCut) throw networkError();
        return buildOwn(4, { text: String(text), clientId: String(clientId) });
      },
    });
    const { user } = openMessages();
    await connect();
    await user.type(await composer(), 'hello{Enter}');
    const failed = await screen.findByText(/Not sent. No connection./);
    isCut = false;
    await user.click(within(failed.closest('li')!).getByRole('button', { name: 'Try again' }));
    await expectReceipt('hello', 'Sent');
    const [first, second] = askedOf('message-send');
    expect(second?.['clientId']).toBe(first?.['clientId']);
  });

  it('shows what comes live, and who is writing until it comes', async () => {
    const { receive } = openMessages();
    await connect();
    serverSays('typing-start', { from: DR_LEE });
    expect(screen.getByText(/is writing/).textContent).toBe('Dr. Lee is writing');
    receive(buildMessage(4, { text: 'Better not.' }));
    expect(screen.queryByText(/is writing/)).toBeNull();
    expect(await conversation().findByText('Better not.')).toBeTruthy();
    await waitFor(() => expect(screen.getByTestId('unread').textContent).toBe('2'));
  });

  it('CH-11: shows what was written as text', async () => {
    const text = '<img src=x onerror=alert(1)> javascript:alert(1)';
    const { receive } = openMessages();
    await connect();
    receive(buildMessage(4, { text }));
    expect((await conversation().findByText(text)).querySelector('img, a')).toBeNull();
  });

  it('says how much is too much, and keeps every word of it', async () => {
    openMessages();
    await connect();
    fireEvent.change(await composer(), { target: { value: 'x'.repeat(4_010) } });
    expect(screen.getByText(/10 too many/)).toBeTruthy();
    fireEvent.keyDown(await composer(), { key: 'Enter' });
    expect(askedOf('message-send')).toEqual([]);
    expect((await composer()).value).toHaveLength(4_010);
  });

  it('keeps what was written while looking at another page', async () => {
    const { user } = openMessages();
    await user.type(await composer(), 'not yet sent');
    await user.click(screen.getByRole('link', { name: 'All messages' }));
    await user.click(await screen.findByRole('link', { name: /Dr. Lee/ }));
    expect((await composer()).value).toBe('not yet sent');
  });

  it('shows a chosen picture before it is sent, and lets it be left out', async () => {
    const { user } = openMessages();
    await composer();
    const picker = document.querySelector<HTMLInputElement>('input[type=file]')!;
    await user.upload(picker, new File(['x'], 'arm.png', { type: 'image/png' }));
    expect(screen.getByRole('img', { name: 'arm.png' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Remove arm.png' }));
    expect(screen.queryByRole('img', { name: 'arm.png' })).toBeNull();
  });
});
