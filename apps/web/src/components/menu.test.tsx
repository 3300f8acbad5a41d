import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { IconButton } from './icon-button.js';
import { Menu, MenuItem } from './menu.js';

test('a menu opens, moves and chooses by keyboard, and gives the focus back', async () => {
  const [move, cancel] = [vi.fn(), vi.fn()];
  render(
    <Menu trigger={<IconButton label="More" icon={<svg />} />}>
      <MenuItem onSelect={move}>Move the visit</MenuItem>
      <MenuItem onSelect={cancel}>Cancel the visit</MenuItem>
    </Menu>,
  );
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('menu');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(cancel).toHaveBeenCalledOnce();
  expect(move).not.toHaveBeenCalled();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More' })));
});
