import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ErrorBoundary } from './error-boundary.js';

function Page({ error }: { error?: Error }) {
  if (error) throw error;
  return <h1>Doctors</h1>;
}

const renderAt = (place: string, error?: Error) => (
  <ErrorBoundary place={place}>
    <Page {...(error && { error })} />
  </ErrorBoundary>
);
// React reports what a boundary caught on the console, unless told otherwise.
const quietly = { onCaughtError: () => {} };

test('a page that breaks says so and what to do; another page works', () => {
  const { rerender } = render(renderAt('/a', new Error('boom')), quietly);
  expect(screen.getByRole('alert').textContent).toContain('This page broke');
  expect(screen.getByRole('alert').textContent).not.toContain('boom');
  rerender(renderAt('/b'));
  expect(screen.getByRole('heading', { name: 'Doctors' })).toBeDefined();
});

test('code that could not be fetched is told apart from code that broke', () => {
  render(renderAt('/a', new TypeError('Failed to fetch dynamically imported module: /assets/day.js')), quietly);
  expect(screen.getByRole('alert').textContent).toContain('did not load');
});
