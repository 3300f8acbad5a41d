import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { DatePicker } from './date-picker.js';
import { Field } from './field.js';

test('a day is chosen from the calendar, and days outside the limits are not', async () => {
  const onChange = vi.fn();
  render(
    <Field label="Day off">
      <DatePicker value="2026-11-24" min="2026-11-10" onChange={onChange} />
    </Field>,
  );
  const field = screen.getByLabelText('Day off');
  expect(field.textContent).toBe('24 November 2026');
  await userEvent.click(field);
  const early = await screen.findByRole<HTMLButtonElement>('button', { name: /November 9th/ });
  expect(early.disabled).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: /November 26th/ }));
  expect(onChange).toHaveBeenCalledWith('2026-11-26');
  expect(screen.queryByRole('grid')).toBeNull();
});
