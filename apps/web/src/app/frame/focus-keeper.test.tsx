import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { FocusKeeper } from './focus-keeper.js';

function Request() {
  const [open, setOpen] = useState(true);
  return open ? <button onClick={() => setOpen(false)}>Confirm visit</button> : <p>Confirmed</p>;
}

test('a button that goes away with its own click leaves the focus on the page around it', async () => {
  render(
    <>
      <FocusKeeper />
      <main id="main" tabIndex={-1}>
        <Request />
      </main>
    </>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Confirm visit' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
});

test('inside a dialog the focus stays in the dialog', async () => {
  render(
    <>
      <FocusKeeper />
      <main id="main" tabIndex={-1} />
      <div role="dialog" tabIndex={-1}>
        <Request />
      </div>
    </>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Confirm visit' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('dialog')));
});

test('what still has the focus keeps it', async () => {
  render(
    <>
      <FocusKeeper />
      <main id="main" tabIndex={-1}>
        <Request />
        <input aria-label="Message" />
      </main>
    </>,
  );
  screen.getByRole('button').focus();
  await userEvent.click(screen.getByLabelText('Message'));
  screen.getByRole('button').click();
  await screen.findByText('Confirmed');
  expect(document.activeElement).toBe(screen.getByLabelText('Message'));
});
