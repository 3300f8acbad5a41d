/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = Html | string | number | false | null | undefined | readonly Piece[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark]!);

/** Whatever stands in it is escaped, unless it is HTML itself. */
export const html = (strings: TemplateStringsArray, ...pieces: Piece[]): Html =>
  new Html(strings.reduce((text, string, index) => text + textOf(pieces[index - 1]) + string));

function textOf(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map(textOf).join('');
  return piece === false || piece === null || piece === undefined ? '' : escape(String(piece));
}

/** What stands in `backticks` is code. */
export const words = (text: string): Html =>
  new Html(escape(text).replace(/`([^`]+)`/g, (_, code: string) => `<code>${code}</code>`));
