import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Button } from './button.js';
import { IconButton } from './icon-button.js';

test('a busy button takes no second press, says what it does and keeps the focus', async () => {
  const press = vi.fn();
  const { rerender } = render(<Button onClick={press}>Confirm visit</Button>);
  await userEvent.click(screen.getByRole('button', { name: 'Confirm visit' }));
  rerender(
    <Button onClick={press} busy busyLabel="Confirming">
      Confirm visit
    </Button>,
  );
  const busy = screen.getByRole('button', { name: 'Confirming' });
  await userEvent.keyboard('{Enter}');
  expect(press).toHaveBeenCalledTimes(1);
  expect(document.activeElement).toBe(busy);
  expect(busy.getAttribute('aria-busy')).toBe('true');
});

test('a busy submit button does not send its form', async () => {
  const send = vi.fn();
  render(
    <form onSubmit={send}>
      <Button type="submit" busy>
        Send
      </Button>
    </form>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(send).not.toHaveBeenCalled();
});

test('an icon alone has a name', () => {
  render(<IconButton label="Close" icon={<svg />} />);
  expect(screen.getByRole('button', { name: 'Close' })).toBeDefined();
});
