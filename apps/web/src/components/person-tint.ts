/** A hue, 0 to 359, that stays with a person: the same id gives the same hue everywhere. */
export function hueOf(id: string) {
  let hash = 7;
  for (const letter of id) hash = (hash * 31 + letter.codePointAt(0)!) % 1_000_003;
  // Steps of ten degrees keep neighbours apart that would otherwise look alike.
  return (hash % 36) * 10;
}

const TITLE = /^(dr|prof|mr|mrs|ms)\.?$/i;

/** First letters of the first two names, without titles: "Dr. Camila Ferreira dos Santos" gives CF. */
export function initialsOf(name: string) {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => !TITLE.test(word));
  const [first = '', second = ''] = words;
  return (firstLetter(first) + firstLetter(second)).toLocaleUpperCase() || '?';
}

const firstLetter = (word: string) => [...word][0] ?? '';
