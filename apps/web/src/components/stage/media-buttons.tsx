import { t } from '@lingui/core/macro';
import { Mic, MicOff, MonitorUp, MonitorX, Video, VideoOff } from 'lucide-react';
import type { LocalMedia } from '../../media/local-media.js';
import { canShareScreen } from '../../media/screen-share.js';
import { ControlButton } from './control-button.js';
import { useObservable } from '../../lib/use-observable.js';

interface MediaButtonsProps {
  media: LocalMedia;
  /** The words only for screen readers. */
  bare?: boolean;
}

export function MicrophoneButton({ media, bare }: MediaButtonsProps) {
  const { on } = useObservable(media).tracks.microphone;
  return (
    <ControlButton
      icon={on ? <Mic /> : <MicOff />}
      label={on ? t`Mute` : t`Unmute`}
      lit={!on}
      bare={bare}
      onClick={() => void media.setMicrophone(!on)}
    />
  );
}

export function CameraButton({ media, bare }: MediaButtonsProps) {
  const { on } = useObservable(media).tracks.camera;
  return (
    <ControlButton
      icon={on ? <Video /> : <VideoOff />}
      label={t`Camera`}
      aria-label={on ? t`Stop camera` : t`Start camera`}
      lit={!on}
      bare={bare}
      onClick={() => void media.setCamera(!on)}
    />
  );
}

/** Phones cannot share their screen; there it is left out. */
export function ShareButton({ media }: { media: LocalMedia }) {
  const { on } = useObservable(media).tracks.screen;
  if (!canShareScreen()) return null;
  return (
    <ControlButton
      icon={on ? <MonitorX /> : <MonitorUp />}
      label={on ? t`Stop sharing` : t({ message: 'Share', context: 'screen' })}
      lit={on}
      className="max-md:hidden"
      onClick={() => void (on ? media.stopScreen() : media.shareScreen())}
    />
  );
}
