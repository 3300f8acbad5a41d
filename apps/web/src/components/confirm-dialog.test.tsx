import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { ApiError } from '../lib/api-error.js';
import { Button } from './button.js';
import { ConfirmDialog } from './confirm-dialog.js';

function Cancelling({ onConfirm }: { onConfirm: () => Promise<unknown> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Cancel…</Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title="Cancel the visit?"
        description="The doctor is told at once."
        confirmLabel="Cancel visit"
        cancelLabel="Keep visit"
        onConfirm={onConfirm}
        destructive
      />
    </>
  );
}

const ask = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Cancel…' }));
  return screen.getByRole('alertdialog', { name: 'Cancel the visit?' });
};

test('Escape keeps things as they are', async () => {
  const onConfirm = vi.fn();
  render(<Cancelling onConfirm={onConfirm} />);
  await ask();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(onConfirm).not.toHaveBeenCalled();
});

test('the safe answer has the focus at first', async () => {
  render(<Cancelling onConfirm={vi.fn()} />);
  await ask();
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep visit'));
});

test('a failure is said inside, and the second try closes it', async () => {
  const onConfirm = vi
    .fn<() => Promise<unknown>>()
    .mockRejectedValueOnce(new ApiError({ code: 'unavailable' }))
    .mockResolvedValueOnce(null);
  render(<Cancelling onConfirm={onConfirm} />);
  await ask();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel visit' }));
  expect((await screen.findByRole('alert')).textContent).toBe(
    'We cannot reach our records just now. Please try again in a moment.',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Cancel visit' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(onConfirm).toHaveBeenCalledTimes(2);
});
