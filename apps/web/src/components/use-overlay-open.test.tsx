import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { holdSession, hostSignIn, settleSession } from '../lib/session-end.js';
import { Dialog } from './dialog.js';
import { Sheet } from './sheet.js';

const close = () => undefined;
const sheet = (open: boolean) => (
  <Sheet open={open} onOpenChange={close} title="Confirm your visit">
    <input aria-label="Reason" />
  </Sheet>
);
let leave = () => {};
afterEach(() => act(() => leave()));
const endSession = () =>
  act(() => {
    leave = hostSignIn();
    holdSession();
  });

test('a sheet that would open while the session is over waits until somebody signed in again', () => {
  endSession();
  // A desk became a phone: what stood in the page is a sheet now.
  render(sheet(true));
  expect(screen.queryByRole('dialog')).toBeNull();
  act(() => settleSession(true));
  expect(screen.getByRole('dialog', { name: 'Confirm your visit' })).toBeDefined();
});

test('a question waits in the same way', () => {
  endSession();
  render(<Dialog open onOpenChange={close} title="Which time?" />);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('one that was open stays, with what was typed in it', () => {
  const { rerender } = render(sheet(true));
  const field = screen.getByLabelText<HTMLInputElement>('Reason');
  field.value = 'A rash';
  endSession();
  expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('A rash');
  rerender(sheet(false));
  expect(screen.queryByRole('dialog')).toBeNull();
});
