import type { Plugin, Rolldown } from 'vite';

/** The visitors' first page: it and the entry are the first load, which holds no more than they need (P8). */
const FIRST_PAGE = '/src/features/doctors/doctors-page.tsx';
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
 * the first page needs besides, then the layers that most pages stand on, and what is left in pieces by who shares it.
 * Small pieces are not merged: merged ones may need each other.
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
    { name: 'resources', test: /\/src\/resources\//, priority: 1.5 },
    { name: 'ui', test: /\/src\/components\/(?!stage\/)/, minShareCount: 3, priority: 1.2 },
    { name: 'stage', test: /\/src\/(components\/stage|media)\//, minShareCount: 2, priority: 1.1 },
    { name: 'shared', minShareCount: 2, entriesAware: true, priority: 1 },
  ];
  return {
    codeSplitting: { groups },
    // A shared chunk would be called after all who share it, and the first load carries the name of every chunk.
    chunkFileNames: 'assets/[hash].js',
  };
}

/**
 * Fails a build in which chunks import each other in a circle: whichever runs first finds the other's values missing,
 * and the page dies before it draws anything.
 */
export const noCircles = (): Plugin => ({
  name: 'no-circles-between-chunks',
  generateBundle(_options, bundle) {
    const done = new Set<string>();
    const follow = (file: string, way: readonly string[]) => {
      if (way.includes(file)) this.error(`Chunks import each other: ${[...way, file].join(' -> ')}. See chunks.ts.`);
      const chunk = bundle[file];
      if (chunk?.type !== 'chunk' || done.has(file)) return;
      for (const imported of chunk.imports) follow(imported, [...way, file]);
      done.add(file);
    };
    for (const file of Object.keys(bundle)) follow(file, []);
  },
});
