/** A key that does this, drawn on the button; phones have none, so there it is left out. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd
      aria-hidden="true"
      className="hidden min-w-5.5 place-items-center rounded-s bg-surface-0 px-1.5 font-sans text-xs leading-5.5 font-medium text-muted lg:inline-grid pointer-coarse:hidden"
    >
      {children}
    </kbd>
  );
}
