import { i18n } from '@lingui/core';
import type { TransProps } from '@lingui/react';
import { cloneElement, type ReactElement, type ReactNode } from 'react';

type Element = ReactElement<{ children?: ReactNode }>;
type Elements = Record<string, Element>;

/** `<0>back</0>` or `<0/>`: split by it, a text falls into text, name, inside, name, text and so on. */
const TAG = /<(\w+)>([\s\S]*?)<\/\1>|<(\w+)\/>/;
const PIECES = 4;

/**
 * What the macro `<Trans>` becomes: a text with elements in it. Lingui's own does the same in four times the size, most of
 * it for what no macro writes, and this one is in the first load. Imported as `#trans` by what the macro leaves.
 *
 * @public
 */
export function Trans({ id, message, values = {}, components }: TransProps) {
  const elements = { ...components } as Elements;
  const texts = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'string' || typeof value === 'number') return [name, value];
    elements[name] = <>{value}</>;
    return [name, `<${name}/>`];
  });
  return filled(i18n._(id, Object.fromEntries(texts), message === undefined ? {} : { message }), elements);
}

function filled(text: string, elements: Elements): ReactNode {
  const pieces: (string | undefined)[] = text.split(TAG);
  if (pieces.length === 1) return text;
  return pieces.map((piece, at) => {
    if (at % PIECES === 0) return piece;
    const element = at % PIECES === 1 && elements[piece ?? pieces[at + 2]!];
    if (!element) return null;
    const inside = pieces[at + 1];
    return cloneElement(element, { key: at }, inside === undefined ? element.props.children : filled(inside, elements));
  });
}
