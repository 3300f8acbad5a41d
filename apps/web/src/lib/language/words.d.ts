/** What the Vite plugin of catalog-parts.ts makes of the catalog files. */
declare module 'virtual:words' {
  import type { Messages } from '@lingui/core';

  /** Languages with a catalog file, English first. */
  export const tags: readonly string[];
  /** For each language but English: its parts, `base` and one for each feature with texts. */
  export const sources: Readonly<Record<string, Readonly<Record<string, () => Promise<{ messages: Messages }>>>>>;
}
