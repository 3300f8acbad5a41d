import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Field } from './field.js';
import { Select } from './select.js';
import { TextArea } from './text-area.js';
import { TextInput } from './text-input.js';

const wordsAbout = (control: HTMLElement) =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

test.each([
  ['input', <TextInput key="input" />],
  ['textarea', <TextArea key="textarea" />],
  ['select', <Select key="select" />],
])('%s: label, hint and error are tied to the control', (_, control) => {
  render(
    <Field label="Phone" hint="Never shown to patients." error={{ message: 'Too short.' }}>
      {control}
    </Field>,
  );
  const wired = screen.getByLabelText('Phone');
  expect(wired.getAttribute('aria-invalid')).toBe('true');
  expect(wordsAbout(wired)).toBe('Never shown to patients. Too short.');
});

test('a field that is right is not called wrong', () => {
  render(
    <Field label="Phone" optional>
      <TextInput />
    </Field>,
  );
  const wired = screen.getByLabelText('Phone (optional)');
  expect(wired.hasAttribute('aria-invalid')).toBe(false);
  expect(wired.hasAttribute('aria-describedby')).toBe(false);
});
