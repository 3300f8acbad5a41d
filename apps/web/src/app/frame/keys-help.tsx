import { lazy, Suspense, useState } from 'react';
import { useKeys } from '../../lib/use-keys.js';

const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.js')).KeysDialog }));

/** `?` shows the keys, on every page. */
export function KeysHelp() {
  const [open, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(true) });
  return open ? (
    <Suspense>
      <KeysDialog onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
}
