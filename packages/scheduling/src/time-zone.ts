// Area/Place, as the IANA list writes them. Offsets (+05:30), abbreviations (PST) and POSIX rules (EST5EDT;…) have no place.
const AREA_AND_PLACE = /^(?:[A-Z][a-z]+|US)(?:\/[A-Z][A-Za-z0-9_+-]*){1,2}$/;

/** Whether this is a listed IANA time zone name (`Area/Place`, or `UTC`) that the runtime has data for. Aliases count. */
export function isTimeZone(name: string): boolean {
  return name === 'UTC' || (AREA_AND_PLACE.test(name) && hasData(name));
}

function hasData(name: string): boolean {
  try {
    const canonical = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    // The runtime ignores case; the list does not.
    return canonical === name || canonical.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}
