import { t } from '@lingui/core/macro';
/** The first stop of the keyboard: past the navigation. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 start-2 z-90 -translate-y-[200%] rounded-md bg-accent px-4 py-3 text-on-accent focus:translate-y-0"
    >
      {t`Skip to content`}
    </a>
  );
}
