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

const QUALITIES = [
  { value: 'auto', label: 'Automatic' },
  { value: 'high', label: 'Best picture' },
  { value: 'save-data', label: 'Save data' },
];

/** Devices and quality, changed while it goes on. */
export function SettingsDialog({ open, onOpenChange, ...settings }: SettingsDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Devices and quality">
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
        label="Microphone"
        devices={microphone.devices}
        value={microphone.value}
        onChoose={microphone.choose}
        none="No microphone is open"
      />
      <DevicePicker
        label="Camera"
        devices={camera.devices}
        value={camera.value}
        onChoose={camera.choose}
        none="No camera is open"
      />
      <DevicePicker
        label="Speaker"
        devices={speaker.devices}
        value={speaker.value}
        onChoose={speaker.choose}
        none="Your browser chooses the speaker"
      />
      <RadioChips
        name={name}
        legend="What you send"
        look="segment"
        options={QUALITIES}
        value={quality}
        onChange={({ target }) => onQuality(target.value as QualityMode)}
      />
    </div>
  );
}
