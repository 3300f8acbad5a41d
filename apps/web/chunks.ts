import type { Rolldown } from 'vite';

/** The visitors' first page: it and the entry are the first load, which holds no more than they need (P8). */
const FIRST_PAGE = '/src/features/doctors/doctors-page.tsx';
/** A shared piece smaller than this (bytes, before compression) is not worth a request of its own. */
const SMALLEST_SHARED = 14_000;

/** Imported through one file that names them all: what a page imports there says nothing of which it draws. */
const ICON = /\/lucide-react\/dist\/esm\/icons\//;

type Context = Rolldown.ChunkingContext;

/** Everything that a module imports statically, at any depth. */
function closureOf(start: string, context: Context): Set<string> {
  const seen = new Set<string>();
  const follow = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) follow(imported);
  };
  follow(start);
  seen.delete(start);
  return seen;
}

/**
 * Few chunks instead of a hundred: a slow phone pays for each request. One with what every page needs, one with what
 * the first page needs besides, and what other pages share in pieces that are worth it.
 */
export function chunkOptions(root: string): Rolldown.OutputOptions {
  let first: Set<string> | null = null;
  const nameOfFirst = (id: string, context: Context) => {
    first ??= closureOf(root + FIRST_PAGE, context);
    return first.has(id) && !ICON.test(id) ? 'first-page' : null;
  };
  const groups: Rolldown.CodeSplittingGroup[] = [
    { name: 'base', tags: ['$initial'], priority: 3 },
    { name: nameOfFirst, debugName: 'first-page', priority: 2 },
    { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: SMALLEST_SHARED, priority: 1 },
  ];
  return {
    codeSplitting: { groups },
    // A shared chunk would be called after all who share it, and the first load carries the name of every chunk.
    chunkFileNames: 'assets/[hash].js',
  };
}
