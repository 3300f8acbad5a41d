import { Binary, Raw, type Value } from '../bson/types.js';

const FIXED_BYTES = 32;

/** About how many bytes a value takes in memory; used to keep sorts and groups within their limit. */
export function roughSize(value: Value | undefined): number {
  if (typeof value === 'string') return FIXED_BYTES + value.length * 2;
  if (value instanceof Map) {
    let bytes = FIXED_BYTES;
    for (const [name, item] of value) bytes += FIXED_BYTES + name.length + roughSize(item);
    return bytes;
  }
  if (Array.isArray(value)) return value.reduce<number>((bytes, item) => bytes + roughSize(item), FIXED_BYTES);
  if (value instanceof Binary || value instanceof Raw) return FIXED_BYTES + value.bytes.length;
  return FIXED_BYTES;
}
