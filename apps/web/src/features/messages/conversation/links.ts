export interface TextPart {
  text: string;
  /** Where it leads, for a part that is an address. */
  href?: string;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"]+/gi;
/** What ends a sentence, not an address. */
const TRAILING = /[.,;:!?'’”»…]+$/;

/** Splits text at its web addresses. Nothing but http and https ever becomes a link. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = trimmed(found);
    if (!isWebAddress(address)) continue;
    if (index > done) parts.push({ text: text.slice(done, index) });
    parts.push({ text: address, href: address });
    done = index + address.length;
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}

function trimmed(found: string): string {
  const address = found.replace(TRAILING, '');
  // A closing bracket belongs to the address only if it was opened in it.
  return address.endsWith(')') && !address.includes('(') ? trimmed(address.slice(0, -1)) : address;
}

function isWebAddress(address: string) {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
