import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BarChart } from './bar-chart.js';

test('the figures are a table for screen readers', () => {
  const bars = [
    { label: 'Mon', value: 9 },
    { label: 'Today', value: 10, done: 4, text: '4 of 10', current: true },
  ];
  render(<BarChart title="19 visits this week, 13 done" columns={['Day', 'Visits', 'Done']} bars={bars} />);
  const table = screen.getByRole('table', { name: '19 visits this week, 13 done' });
  const cells = within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));
  expect(cells).toEqual([
    ['Day', 'Visits', 'Done'],
    ['Mon', '9', '9'],
    ['Today', '10', '4'],
  ]);
});
