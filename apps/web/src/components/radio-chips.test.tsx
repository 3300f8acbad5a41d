import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { RadioChips } from './radio-chips.js';

function Kind() {
  const [kind, setKind] = useState('video');
  const options = [
    { value: 'video', label: 'Video' },
    { value: 'chat', label: 'Chat' },
  ];
  return (
    <RadioChips
      legend="Kind of visit"
      name="kind"
      value={kind}
      onChange={(event) => setKind(event.target.value)}
      options={options}
    />
  );
}

test('one choice of a named group, by keyboard too', async () => {
  render(<Kind />);
  expect(screen.getByRole('group', { name: 'Kind of visit' })).toBeDefined();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Chat' }).checked).toBe(true);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Video' }).checked).toBe(false);
});
