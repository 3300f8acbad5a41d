import { t } from '@lingui/core/macro';
import { MicOff, VideoOff } from 'lucide-react';
import type { LocalMedia, LocalMediaState } from '../../media/local-media.js';
import { cx } from '../cx.js';
import type { Corner } from './corners.js';
import { Picture } from './picture.js';
import { useCorner } from './use-corner.js';
import { direction } from '../../lib/direction.js';
import { useObservable } from '../../lib/use-observable.js';

const WORDS: Record<Corner, () => string> = {
  'top-left': () => t`Your picture, top left; arrow keys move it`,
  'top-right': () => t`Your picture, top right; arrow keys move it`,
  'bottom-left': () => t`Your picture, bottom left; arrow keys move it`,
  'bottom-right': () => t`Your picture, bottom right; arrow keys move it`,
};

/**
 * The bottom ones stay clear of the control bar, the top ones of what lies there. Left is left in every language: a
 * finger drags it there.
 */
const PLACE: Record<Corner, string> = {
  'top-left': 'top-16 left-4',
  'top-right': 'top-16 right-4',
  'bottom-left': 'bottom-32 left-4 @min-[58rem]:bottom-4',
  'bottom-right': 'bottom-32 right-4 @min-[58rem]:bottom-4',
};

const SIZE = 'aspect-[3/4] w-26 md:aspect-[4/3] md:w-[clamp(6.5rem,18%,13rem)]';
/** Where the stage is low, above an open panel on a phone. */
const SMALL = 'max-lg:top-15 max-lg:end-3 max-lg:bottom-auto max-lg:start-auto max-lg:aspect-[3/4] max-lg:w-18';

interface SelfViewProps {
  media: LocalMedia;
  /** Where the screen is narrow there is little room: in the corner, out of the way. */
  small?: boolean;
  /** Something is to be read below it: small, it makes room. */
  covers?: boolean;
}

/** The own picture: dragged to a corner, or moved there by the arrow keys. */
export function SelfView({ media, small = false, covers = false }: SelfViewProps) {
  const { preview, tracks } = useObservable(media);
  const { corner, handlers } = useCorner(direction() === 'rtl' ? 'bottom-left' : 'bottom-right');

  return (
    <button
      type="button"
      {...handlers}
      aria-label={labelOf({ preview, tracks }, corner)}
      className={cx(
        'own-picture absolute z-10 cursor-grab touch-none overflow-hidden rounded-l bg-video-control shadow-[0_0_0_1px_var(--video-plate)] active:cursor-grabbing',
        SIZE,
        PLACE[corner],
        small && SMALL,
        small && covers && 'max-lg:hidden',
      )}
    >
      {preview ? (
        <Picture stream={preview} label={t`Your picture`} mirrored className="pointer-events-none" />
      ) : (
        <span className="grid size-full place-items-center text-video-muted">
          <VideoOff aria-hidden="true" className="size-6" />
        </span>
      )}
      <span className="absolute start-1.5 bottom-1.5 inline-flex items-center gap-1 rounded-s bg-video-plate px-[7px] py-px text-xs font-medium text-video-ink">
        {!tracks.microphone.on && <MicOff aria-hidden="true" />}
        {t`You`}
      </span>
    </button>
  );
}

function labelOf({ preview, tracks }: Pick<LocalMediaState, 'preview' | 'tracks'>, corner: Corner) {
  const [you, picture] = [stateOf(!tracks.microphone.on, !preview), WORDS[corner]()];
  return t`${you}. ${picture}`;
}

function stateOf(isMuted: boolean, isDark: boolean): string {
  if (isMuted) return isDark ? t`You, muted, camera off` : t`You, muted`;
  return isDark ? t`You, camera off` : t`You`;
}
