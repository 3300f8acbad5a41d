import { t } from '@lingui/core/macro';
import { Mic, MicOff, VideoOff } from 'lucide-react';
import type { CSSProperties } from 'react';
import { cx } from '../../../components/cx.js';
import { LevelBars } from '../../../components/stage/level-bars.js';
import { CameraButton, MicrophoneButton } from '../../../components/stage/media-buttons.js';
import { Picture } from '../../../components/stage/picture.js';
import { PLATE } from '../../../components/stage/plate.js';
import { useLevel } from '../../../components/stage/use-level.js';
import { useObservable } from '../../../lib/use-observable.js';
import type { LocalMedia } from '../../../media/local-media.js';

const BOX =
  'own-picture relative overflow-hidden rounded-l bg-video-chrome text-video-ink aspect-[16/11] max-lg:aspect-square max-lg:max-h-[44dvh] max-lg:w-full';
const ON_PICTURE = { '--focus': 'var(--video-accent)' } as CSSProperties;

/** How the other side will see and hear this person. */
export function OwnPicture({ media }: { media: LocalMedia | null }) {
  return (
    <section aria-label={t`Your picture`} style={ON_PICTURE} className={BOX}>
      {media ? (
        <Preview media={media} />
      ) : (
        <p className="grid size-full place-items-center p-6 text-center text-video-muted" role="status">
          {t`Your browser asks for camera and microphone. Allow both, and you see yourself here.`}
        </p>
      )}
    </section>
  );
}

function Preview({ media }: { media: LocalMedia }) {
  const { preview, tracks } = useObservable(media);
  return (
    <>
      {preview ? (
        <Picture stream={preview} label={t`Your picture`} mirrored className="absolute inset-0" />
      ) : (
        <p className="absolute inset-0 grid place-content-center justify-items-center gap-2 text-video-muted">
          <VideoOff aria-hidden="true" className="size-8" />
          {t`Your camera is off`}
        </p>
      )}
      <Voice track={tracks.microphone.track} on={tracks.microphone.on} />
      <div className="absolute inset-x-0 bottom-4 mx-auto flex w-max gap-1 rounded-[1.5rem] bg-video-plate px-3 pt-3 pb-2 max-lg:rounded-full max-lg:p-1 max-lg:[&_button>span:last-child]:sr-only">
        <MicrophoneButton media={media} />
        <CameraButton media={media} />
      </div>
    </>
  );
}

function Voice({ track, on }: { track: MediaStreamTrack | null; on: boolean }) {
  const { bars, heard } = useLevel(on ? track : null);
  const words = !track ? t`No microphone` : !on ? t`You are muted` : heard ? t`We hear you` : t`Say something`;
  return (
    <p role="status" className={cx(PLATE, 'absolute top-4 start-4 inline-flex items-center gap-2.5')}>
      {track && on ? <LevelBars bars={bars} /> : track ? <MicOff aria-hidden="true" /> : <Mic aria-hidden="true" />}
      {words}
    </p>
  );
}
