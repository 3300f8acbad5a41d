import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DR_LEE } from '../../../../test/messages.js';
import { askedOf, serverAnswers, serverSays } from '../../../../test/fake-socket.js';
import { bubble, connect, openMessages } from '../../../../test/open-messages.js';

vi.mock('../../../lib/socket.js', () => import('../../../../test/fake-socket.js'));

let focused: boolean;
/** Brings messages onto the screen. */
let look: (...seen: Element[]) => void;

beforeEach(() => {
  serverAnswers({});
  focused = true;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => focused);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (entries: Partial<IntersectionObserverEntry>[]) => void, options: { threshold?: unknown }) {
        // The other observer, which looks for the top, has no thresholds.
        if (options.threshold === undefined) return;
        look = (...seen) =>
          act(() => tell(seen.map((target) => ({ target, isIntersecting: true, intersectionRatio: 1 }))));
      }
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
});

describe('receipts to the other one', () => {
  it('CH-3: tells that this device has a message, whatever page is open', async () => {
    openMessages('/messages');
    await screen.findByRole('link', { name: /Dr. Lee/ });
    serverSays('connect', undefined);
    await waitFor(() => expect(askedOf('message-delivered')).toEqual([{ from: DR_LEE, upTo: 3 }]));
    expect(askedOf('message-read')).toEqual([]);
  });

  it('CH-3: reads only what is on the screen while somebody can be looking', async () => {
    focused = false;
    const { server } = openMessages();
    serverAnswers({ 'message-read': () => (server.unread = 0) });
    await connect();
    look(bubble('text 3'));
    expect(askedOf('message-read')).toEqual([]);
    focused = true;
    fireEvent.focus(window);
    await waitFor(() => expect(askedOf('message-read')).toEqual([{ from: DR_LEE, upTo: 3 }]));
    await waitFor(() => expect(screen.getByTestId('unread').textContent).toMatch('0'));
  });

  it('CH-3: a message that was never on the screen is not read', async () => {
    openMessages();
    await connect();
    look(bubble('text 1'));
    fireEvent.focus(window);
    expect(askedOf('message-read')).toEqual([]);
  });
});
