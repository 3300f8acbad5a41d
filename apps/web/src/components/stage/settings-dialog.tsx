import { t } from '@lingui/core/macro';
import { useId } from 'react';
import type { LocalMedia } from '../../media/local-media.js';
import type { QualityMode } from '../../media/quality.js';
import { Dialog } from '../dialog.js';
import { RadioChips } from '../radio-chips.js';
import { DevicePicker } from './device-picker.js';
import { useDevices } from './use-devices.js';

interface SettingsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  media: LocalMedia;
  quality: QualityMode;
  onQuality: (mode: QualityMode) => void;
}

const qualities = () => [
  { value: 'auto', label: t`Automatic` },
  { value: 'high', label: t`Best picture` },
  { value: 'save-data', label: t`Save data` },
];

/** Devices and quality, changed while it goes on. */
export function SettingsDialog({ open, onOpenChange, ...settings }: SettingsDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t`Devices and quality`}>
      <Settings {...settings} />
    </Dialog>
  );
}

function Settings({ media, quality, onQuality }: Pick<SettingsDialogProps, 'media' | 'quality' | 'onQuality'>) {
  const { microphone, camera, speaker } = useDevices(media);
  const name = useId();
  return (
    <div className="grid gap-4">
      <DevicePicker
        label={t`Microphone`}
        devices={microphone.devices}
        value={microphone.value}
        onChoose={microphone.choose}
        none={t`No microphone is open`}
      />
      <DevicePicker
        label={t`Camera`}
        devices={camera.devices}
        value={camera.value}
        onChoose={camera.choose}
        none={t`No camera is open`}
      />
      <DevicePicker
        label={t`Speaker`}
        devices={speaker.devices}
        value={speaker.value}
        onChoose={speaker.choose}
        none={t`Your browser chooses the speaker`}
      />
      <RadioChips
        name={name}
        legend={t`What you send`}
        look="segment"
        options={qualities()}
        value={quality}
        onChange={({ target }) => onQuality(target.value as QualityMode)}
      />
    </div>
  );
}
