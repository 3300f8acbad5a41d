import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.js';
import { FieldError } from './field.js';

export interface RadioOption {
  value: string;
  label: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
}

interface RadioChipsProps extends Omit<ComponentProps<'input'>, 'type' | 'children' | 'value' | 'defaultValue'> {
  /** The question that the choices answer. */
  legend: ReactNode;
  legendHidden?: boolean;
  options: readonly RadioOption[];
  /** The chosen value; leave out when a form's register() keeps it. */
  value?: string;
  /** chips: one of several, wrapping. segment: two or three ways of the same thing, joined. */
  look?: 'chips' | 'segment';
  error?: string;
}

const LOOK = {
  chips: {
    group: 'flex flex-wrap gap-2',
    option:
      'rounded-full bg-surface-2 px-3 min-h-control hover:bg-surface-3 ' +
      'peer-checked:bg-accent-soft peer-checked:text-on-accent-soft peer-checked:inset-ring-[1.5px] peer-checked:inset-ring-accent',
  },
  segment: {
    group: 'inline-flex max-w-full rounded-[13px] bg-surface-2 p-[3px]',
    option:
      'rounded-md px-3 min-h-[calc(var(--control)-6px)] text-muted ' +
      'peer-checked:bg-surface-0 peer-checked:text-ink light:peer-checked:bg-surface-1',
  },
};

/** One choice among a few that all fit on the screen. Spread a form's register() over it, or give value and onChange. */
export function RadioChips({
  legend,
  legendHidden,
  options,
  value,
  look = 'chips',
  error,
  className,
  ...input
}: RadioChipsProps) {
  return (
    <fieldset className={className} aria-invalid={error !== undefined || undefined}>
      <legend className={legendHidden ? 'sr-only' : 'mb-1.5 text-sm font-medium'}>{legend}</legend>
      <div className={LOOK[look].group}>
        {options.map((option) => (
          <label key={option.value} className="relative inline-flex">
            <input
              {...input}
              type="radio"
              value={option.value}
              disabled={option.disabled ?? input.disabled}
              {...(value !== undefined && { checked: value === option.value })}
              className="peer absolute inset-0 m-0 cursor-pointer opacity-0"
            />
            <span
              className={cx(
                'inline-flex items-center justify-center gap-1.5 text-sm font-medium whitespace-nowrap peer-disabled:text-disabled',
                'peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus',
                LOOK[look].option,
              )}
            >
              {option.icon}
              {option.label}
            </span>
          </label>
        ))}
      </div>
      {error !== undefined && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}
