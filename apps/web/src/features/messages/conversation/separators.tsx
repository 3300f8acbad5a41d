import type { Ref } from 'react';

export function DaySeparator({ label }: { label: string }) {
  return <li className="mt-5 mb-3 self-center text-xs font-medium text-muted">{label}</li>;
}

const LINE = 'h-px flex-1 bg-accent opacity-50';

export function UnreadLine({ label, ref }: { label: string; ref: Ref<HTMLLIElement> }) {
  return (
    <li ref={ref} className="mt-4 mb-2 flex items-center gap-3 text-xs font-semibold text-accent-ink">
      <span aria-hidden="true" className={LINE} />
      {label}
      <span aria-hidden="true" className={LINE} />
    </li>
  );
}
