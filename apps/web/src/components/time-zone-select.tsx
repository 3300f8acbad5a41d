import type { ComponentProps } from 'react';
import { deviceZone } from '../lib/own-clock.js';
import { allZones } from '../lib/time.js';
import { Select } from './select.js';

/** "Pacific/Auckland" is Auckland among the places of the Pacific. */
const placeOf = (zone: string) =>
  zone
    .slice(zone.indexOf('/') + 1)
    .replaceAll('_', ' ')
    .replaceAll('/', ', ');
const areaOf = (zone: string) => (zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'Other');

/** With the chosen one too, which may be another name for a zone of the list. */
function zonesByArea(chosen: unknown) {
  const areas = new Map<string, string[]>();
  const zones = allZones();
  if (typeof chosen === 'string' && chosen && !zones.includes(chosen)) zones.push(chosen);
  for (const zone of zones) areas.set(areaOf(zone), [...(areas.get(areaOf(zone)) ?? []), zone]);
  return [...areas];
}

interface TimeZoneSelectProps extends Omit<ComponentProps<typeof Select>, 'children'> {
  /** Offers "this device's" before all, with an empty value. */
  deviceFirst?: boolean;
}

/** Every zone that can be chosen, by area; the value is the IANA name. Stands in a Field. */
export function TimeZoneSelect({ deviceFirst, ...props }: TimeZoneSelectProps) {
  return (
    <Select {...props}>
      {deviceFirst && <option value="">This device’s: {placeOf(deviceZone())}</option>}
      {zonesByArea(props.value).map(([area, zones]) => (
        <optgroup key={area} label={area}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {placeOf(zone)}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
