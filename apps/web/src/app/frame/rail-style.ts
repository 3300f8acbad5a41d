/** A place in the rail: icon over a word, 44 px and more under a finger. */
export const RAIL_ENTRY =
  'relative grid w-full content-center justify-items-center gap-[3px] rounded-md py-2 text-center text-xs font-medium ' +
  'leading-tight hyphens-auto wrap-anywhere tracking-[-0.012em] no-underline max-md:min-h-[calc(var(--bar)-0.5rem)]';
