import { useNow } from '../../lib/use-now.js';
import { cx } from '../cx.js';
import { PLATE } from './plate.js';

/** Whole seconds as `04:12`, from an hour on `1:04:12`. */
export function formatElapsed(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const pad = (value: number) => String(value).padStart(2, '0');
  const rest = `${pad(minutes)}:${pad(Math.floor(seconds % 60))}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** How long it has been going on; `since` in epoch ms. */
export function Elapsed({ since, className }: { since: number; className?: string }) {
  const seconds = Math.max(0, (useNow(1_000) - since) / 1000);
  return (
    <p className={cx(PLATE, 'inline-flex min-h-9 flex-none items-center tabular-nums', className)}>
      <span className="sr-only">Elapsed </span>
      <time>{formatElapsed(seconds)}</time>
    </p>
  );
}
