import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
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
const areaOf = (zone: string) => (zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : '');

/** What the areas of IANA names are called; one that comes later stands as it is. */
const AREAS: Record<string, MessageDescriptor> = {
  Africa: msg`Africa`,
  America: msg`America`,
  Antarctica: msg`Antarctica`,
  Arctic: msg`Arctic`,
  Asia: msg`Asia`,
  Atlantic: msg`Atlantic`,
  Australia: msg`Australia`,
  Europe: msg`Europe`,
  Indian: msg({ message: 'Indian', context: 'ocean' }),
  Pacific: msg`Pacific`,
  '': msg({ message: 'Other', context: 'time zones' }),
};

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
  const place = placeOf(deviceZone());
  return (
    <Select {...props}>
      {deviceFirst && <option value="">{t`This device’s: ${place}`}</option>}
      {zonesByArea(props.value).map(([area, zones]) => (
        <optgroup key={area} label={AREAS[area] ? i18n._(AREAS[area]) : area}>
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
