import type { ComponentProps } from 'react';

export function Logo(props: ComponentProps<'svg'>) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      aria-hidden="true"
      {...props}
    >
      <path d="M6 4.5v15" />
      <path d="M18 4.5v15" />
      <path d="M6 11c3.2 4.2 8.8 4.2 12 0" />
    </svg>
  );
}
