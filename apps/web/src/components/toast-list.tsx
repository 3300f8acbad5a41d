import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { useEffect } from 'react';
import { Toaster as Sonner, toast as sonner } from 'sonner';
import { connectToaster, type ToastMessage } from '../lib/toast.js';
import { useTheme } from '../lib/theme.js';

const ICON = {
  ok: <CircleCheck aria-hidden="true" className="text-success" />,
  neutral: <Info aria-hidden="true" className="text-muted" />,
  bad: <CircleAlert aria-hidden="true" className="text-danger" />,
};
/** A failure, or a chance to undo, stays longer: it has to be read and decided. */
const SHORT_MS = 4_000;
const LONG_MS = 10_000;

const show = ({ tone, text, action }: ToastMessage) =>
  sonner(text, {
    icon: ICON[tone],
    duration: tone === 'bad' || action ? LONG_MS : SHORT_MS,
    ...(action && { action: { label: action.label, onClick: action.onClick } }),
  });

const CLASSES = {
  toast:
    'flex w-full items-center gap-3 rounded-md bg-surface-2 light:bg-surface-1 py-2 pr-2 pl-4 text-sm text-ink shadow-float min-h-12',
  content: 'flex-1',
  actionButton: 'min-h-control flex-none rounded-md px-3 text-sm font-semibold text-accent-ink hover:bg-surface-3',
};

export function ToastList() {
  const { theme } = useTheme();
  useEffect(() => connectToaster(show), []);
  return (
    <Sonner
      theme={theme}
      style={{ fontFamily: 'var(--font)' }}
      position="bottom-center"
      containerAriaLabel="Notices"
      // Clear of what stands at the foot of a page: composer, save bar, controls of a visit.
      offset={{ bottom: '6rem' }}
      mobileOffset={{ bottom: 'calc(var(--bar) + env(safe-area-inset-bottom) + 0.75rem)' }}
      toastOptions={{ unstyled: true, classNames: CLASSES }}
    />
  );
}
