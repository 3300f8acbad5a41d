/** Shared by everything that lies over the page. */
export const SCRIM = 'fixed inset-0 z-50 bg-scrim appear';

/** A dialog in the middle; on a phone a sheet from below. */
export const SHEET =
  'sheet fixed z-50 grid grid-cols-1 max-h-[92dvh] content-start gap-4 overflow-auto bg-surface-1 shadow-float rise ' +
  'inset-x-0 bottom-0 rounded-t-l px-4 pt-5 pb-[calc(1rem+env(safe-area-inset-bottom))] ' +
  'md:inset-0 md:m-auto md:h-fit md:w-full md:rounded-l md:p-6';

/** A small panel that floats beside what opened it. */
export const POPOVER = 'z-50 rounded-l bg-surface-2 light:bg-surface-1 shadow-float appear';
