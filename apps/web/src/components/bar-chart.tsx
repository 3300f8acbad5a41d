import type { CSSProperties } from 'react';
import { cx } from './cx.js';

export interface Bar {
  /** Under the bar: "Mon". */
  label: string;
  /** Its height. */
  value: number;
  /** How much of it is filled; all of it by default. The rest is an outline. */
  done?: number;
  /** What stands on it, if not the value: "4 of 10". */
  text?: string;
  current?: boolean;
}

interface BarChartProps {
  /** The finding: "44 visits this week, 24 done". */
  title: string;
  /** How to read it. */
  detail?: string;
  bars: readonly Bar[];
  /** Column headings of the table that screen readers get instead. */
  columns: readonly [label: string, value: string, done?: string];
  className?: string;
}

/** Few bars from zero, the figure on each, the same as a table for screen readers. */
export function BarChart({ title, detail, bars, columns, className }: BarChartProps) {
  const highest = Math.max(1, ...bars.map((bar) => bar.value));
  const grid = { gridTemplateColumns: `repeat(${bars.length}, minmax(0, 1fr))` };
  return (
    <figure className={className}>
      <figcaption className="mb-4">
        <h2>{title}</h2>
        {detail !== undefined && <p className="mt-1 text-sm text-muted">{detail}</p>}
      </figcaption>
      <div aria-hidden="true" className="grid h-40 max-w-[34rem]" style={grid}>
        {bars.map((bar) => (
          <BarColumn key={bar.label} bar={bar} highest={highest} />
        ))}
      </div>
      <BarTable title={title} bars={bars} columns={columns} />
    </figure>
  );
}

function BarColumn({ bar, highest }: { bar: Bar; highest: number }) {
  const style = {
    height: `calc(${bar.value / highest} * (100% - 1.5rem))`,
    '--done': `${(bar.value === 0 ? 0 : (bar.done ?? bar.value) / bar.value) * 100}%`,
    '--bar-colour': bar.current ? 'var(--accent)' : 'var(--accent-mid)',
  } as CSSProperties;
  const strong = bar.current && 'font-semibold text-ink';
  return (
    <div className="grid grid-rows-[minmax(0,1fr)_auto] gap-1.5 text-center text-xs font-medium text-muted">
      <div className={cx('flex flex-col justify-end border-b border-line-control px-[18%] text-sm text-ink', strong)}>
        <span className="-mx-2 whitespace-nowrap tabular-nums">{bar.text ?? bar.value}</span>
        {bar.value > 0 && <span className="bar" style={style} />}
      </div>
      <span className={cx('truncate', strong)}>{bar.label}</span>
    </div>
  );
}

function BarTable({ title, bars, columns }: Pick<BarChartProps, 'title' | 'bars' | 'columns'>) {
  return (
    <table className="sr-only">
      <caption>{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{bar.label}</th>
            <td>{bar.value}</td>
            {columns.length > 2 && <td>{bar.done ?? bar.value}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
