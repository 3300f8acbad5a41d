import { type ReactNode, useId } from 'react';

interface RuleRowProps {
  label: string;
  hint: string;
  /** The control; it gets the ids that tie it to its words. */
  children: (wiring: { id: string; 'aria-describedby': string }) => ReactNode;
  /** The control is small enough to stay beside the words on a phone. */
  slim?: boolean;
}

/** A setting: words on the left, its control on the right, on a phone below. */
export function RuleRow({ label, hint, children, slim = false }: RuleRowProps) {
  const id = useId();
  const wiring = { id, 'aria-describedby': `${id}-hint` };
  return (
    <li
      className={`grid items-center gap-x-6 gap-y-2 py-3 ${slim ? 'grid-cols-[minmax(0,1fr)_auto]' : 'md:grid-cols-[minmax(0,1fr)_auto]'}`}
    >
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p id={wiring['aria-describedby']} className="text-sm text-muted">
          {hint}
        </p>
      </div>
      <div className={slim ? undefined : 'md:w-48'}>{children(wiring)}</div>
    </li>
  );
}
