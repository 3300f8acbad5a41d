import { t } from '@lingui/core/macro';
import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { useEffect } from 'react';
import { Toaster as Sonner, toast as sonner } from 'sonner';
import { direction } from '../lib/direction.js';
import { useLanguage } from '../lib/language/language.js';
import { connectToaster, type ToastMessage, type Words } from '../lib/toast.js';
import { useTheme } from '../lib/theme.js';

const ICON = {
  ok: <CircleCheck aria-hidden="true" className="text-success" />,
  neutral: <Info aria-hidden="true" className="text-muted" />,
  bad: <CircleAlert aria-hidden="true" className="text-danger" />,
};
/** A failure, or a chance to undo, stays longer: it has to be read and decided. */
const SHORT_MS = 4_000;
const LONG_MS = 10_000;

/** What a toast says, in the language that the page has now. */
function Said({ words }: { words: Words }) {
  useLanguage();
  return typeof words === 'string' ? words : words();
}

const show = ({ tone, text, action }: ToastMessage) =>
  sonner(() => <Said words={text} />, {
    icon: ICON[tone],
    position: mirrored(freePosition()),
    duration: tone === 'bad' || action ? LONG_MS : SHORT_MS,
    ...(action && { action: { label: <Said words={action.label} />, onClick: action.onClick } }),
  });

/** Pixels from the edge; at the foot of a phone over the bar, which nobody fills in. */
const OFFSET = {
  wide: { top: 12, right: 24, bottom: 24, left: 24 },
  phone: { top: 12, right: 16, bottom: 8, left: 16 },
};
/** About what a toast of two lines takes, and the width below which it is as wide as the screen. */
const ROOM = { width: 356, height: 64 };
const PHONE_WIDTH = 600;
/** What must stay in sight: fields that somebody may be filling in, and the controls of a visit. */
const KEPT_CLEAR =
  'input:not([type=radio], [type=checkbox], [type=hidden]), textarea, select, [contenteditable], [role=toolbar]';

type Position = 'bottom-center' | 'top-center' | 'bottom-right' | 'top-right';
const PLACES: readonly Position[] = ['bottom-center', 'top-center', 'bottom-right', 'top-right'];

/** The first place where nothing that must stay in sight lies under it. */
function freePosition(): Position {
  const boxes = [...document.querySelectorAll(KEPT_CLEAR)].map((element) => element.getBoundingClientRect());
  const isFree = (place: Position) => {
    const { left, top } = cornerOf(place);
    return !boxes.some(
      (box) => box.bottom > top && box.top < top + ROOM.height && box.right > left && box.left < left + ROOM.width,
    );
  };
  return PLACES.find(isFree) ?? 'bottom-center';
}

/** The side of a place is that where lines end. */
function mirrored(place: Position) {
  return direction() === 'rtl' ? (place.replace('right', 'left') as Position | 'bottom-left' | 'top-left') : place;
}

function cornerOf(place: Position) {
  const offset = innerWidth < PHONE_WIDTH ? OFFSET.phone : OFFSET.wide;
  return {
    left: place.endsWith('right') ? endOf(offset.right) : (innerWidth - ROOM.width) / 2,
    top: place.startsWith('top') ? offset.top : innerHeight - offset.bottom - ROOM.height,
  };
}

const endOf = (offset: number) => (direction() === 'rtl' ? offset : innerWidth - offset - ROOM.width);

const CLASSES = {
  toast:
    'flex w-full items-center gap-3 rounded-md bg-surface-2 light:bg-surface-1 py-2 pe-2 ps-4 text-sm text-ink shadow-float min-h-12',
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
      containerAriaLabel={t`Notices`}
      offset={OFFSET.wide}
      mobileOffset={{ ...OFFSET.phone, bottom: `calc(env(safe-area-inset-bottom) + ${OFFSET.phone.bottom}px)` }}
      toastOptions={{ unstyled: true, classNames: CLASSES }}
    />
  );
}
