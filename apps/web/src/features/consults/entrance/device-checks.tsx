import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Check, Mic, TriangleAlert, Video, Volume2, Wifi } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../components/button.js';
import { cx } from '../../../components/cx.js';
import { DevicePicker } from '../../../components/stage/device-picker.js';
import { useDevices } from '../../../components/stage/use-devices.js';
import { useObservable } from '../../../lib/use-observable.js';
import type { LocalMedia } from '../../../media/local-media.js';
import { playTestSound } from '../../../media/play-sound.js';
import type { LocalTrack } from '../../../media/sources.js';
import { type Reach, useReach } from './use-reach.js';

/** Camera, microphone, speaker and network, one line each: which, and whether it works. */
export function DeviceChecks({ media, otherName: name }: { media: LocalMedia; otherName: string }) {
  const { camera, microphone, speaker } = useDevices(media);
  const { tracks } = useObservable(media);
  const reach = useReach();

  return (
    <div role="group" aria-label={t`Your devices`} className="grid divide-y divide-line">
      <Line icon={<Video />} end={<TrackState track={tracks.camera} off={t({ message: 'Off', context: 'camera' })} />}>
        <DevicePicker
          slim
          label={t`Camera`}
          devices={camera.devices}
          value={camera.value}
          onChoose={camera.choose}
          none={t`Camera`}
        />
      </Line>
      <Line icon={<Mic />} end={<TrackState track={tracks.microphone} off={t`Muted`} />}>
        <DevicePicker
          slim
          label={t`Microphone`}
          devices={microphone.devices}
          value={microphone.value}
          onChoose={microphone.choose}
          none={t`Microphone`}
        />
      </Line>
      <Line icon={<Volume2 />} end={<PlaySound speaker={speaker.value} />}>
        <DevicePicker
          slim
          label={t`Speaker`}
          devices={speaker.devices}
          value={speaker.value}
          onChoose={speaker.choose}
          none={t`Speaker`}
        />
      </Line>
      <Line icon={<Wifi />} end={<ReachState reach={reach} />}>
        <span className="text-sm">
          {t`Connection`}
          {reach === 'limited' && (
            <span className="block text-muted">
              {t`The server that finds the way between two networks did not answer. If no picture comes, try another network.`}
            </span>
          )}
          {reach === 'none' && (
            <span className="block text-muted">
              <Trans>
                It may not reach <bdi>{name}</bdi>. Another network can help.
              </Trans>
            </span>
          )}
        </span>
      </Line>
    </div>
  );
}

function Line({ icon, children, end }: { icon: ReactNode; children: ReactNode; end: ReactNode }) {
  return (
    <div className="grid min-h-14 grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-3 py-2">
      <span aria-hidden="true" className="contents">
        {icon}
      </span>
      {children}
      {end}
    </div>
  );
}

const Works = ({ children }: { children: ReactNode }) => (
  <Outcome icon={<Check aria-hidden="true" />} className="text-success">
    {children}
  </Outcome>
);

const Fails = ({ children }: { children: ReactNode }) => (
  <Outcome icon={<TriangleAlert aria-hidden="true" />} className="text-warn">
    {children}
  </Outcome>
);

function Outcome({ icon, className, children }: { icon: ReactNode; className: string; children: ReactNode }) {
  return (
    <span className={cx('inline-flex items-center gap-[5px] text-sm font-medium whitespace-nowrap', className)}>
      {icon}
      {children}
    </span>
  );
}

function TrackState({ track: { track, on }, off }: { track: LocalTrack; off: string }) {
  if (on) return <Works>{t`Works`}</Works>;
  return track ? <span className="text-sm text-muted">{off}</span> : <Fails>{t`Not open`}</Fails>;
}

function PlaySound({ speaker }: { speaker: string }) {
  const [playing, setPlaying] = useState(false);
  const play = async () => {
    setPlaying(true);
    await playTestSound(speaker || undefined).catch(() => undefined);
    setPlaying(false);
  };
  return (
    <Button variant="quiet" className="-me-3" busy={playing} busyLabel={t`Playing`} onClick={() => void play()}>
      {t`Play a sound`}
    </Button>
  );
}

function ReachState({ reach }: { reach: Reach }) {
  switch (reach) {
    case 'checking':
      return <span className="text-sm text-muted">{t`Checking…`}</span>;
    case 'good':
      return <Works>{t({ message: 'Good', context: 'connection' })}</Works>;
    case 'unknown':
      return <span className="text-sm text-muted">{t`Not measured`}</span>;
    case 'limited':
      return <Fails>{t({ message: 'Limited', context: 'connection' })}</Fails>;
    case 'none':
      return <Fails>{t({ message: 'None', context: 'connection' })}</Fails>;
  }
}
