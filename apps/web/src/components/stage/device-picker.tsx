import { useId } from 'react';
import type { DeviceChoice } from '../../media/devices.js';
import { Select } from '../select.js';

interface DevicePickerProps {
  /** "Camera" */
  label: string;
  devices: readonly DeviceChoice[];
  /** The id of the one in use; empty for the browser's choice. */
  value: string;
  onChoose: (id: string) => void;
  /** Said where there is nothing to choose from. */
  none: string;
  /** In a line of other words, without a frame. */
  slim?: boolean;
}

/** Devices by their names; where there is one or none, its name alone. */
export function DevicePicker({ label, devices, value, onChoose, none, slim = false }: DevicePickerProps) {
  const id = useId();
  if (devices.length === 0) return <span className="min-w-0 text-sm">{none}</span>;

  const known = devices.some((device) => device.id === value);
  return (
    <span className={slim ? '-ms-2 min-w-0 [&>span]:w-full' : 'grid gap-1.5'}>
      <label htmlFor={id} className={slim ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </label>
      <Select
        id={id}
        slim={slim}
        className={slim ? 'w-full text-ellipsis text-ink!' : undefined}
        value={known ? value : devices[0]!.id}
        onChange={(event) => onChoose(event.target.value)}
      >
        {devices.map((device, index) => (
          <option key={device.id} value={device.id}>
            {device.label || `${label} ${index + 1}`}
          </option>
        ))}
      </Select>
    </span>
  );
}
