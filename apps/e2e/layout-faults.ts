import type { Page } from '@playwright/test';

/** What a page looks like when it does not bear its language: one line for each place, for a person to read. */
export const layoutFaults = (page: Page): Promise<string[]> => page.evaluate(findLayoutFaults);

/** Runs in the page: it may use nothing from outside of itself. */
function findLayoutFaults(): string[] {
  const SLACK = 2;
  const faults = new Set<string>();
  const styleOf = (element: Element) => getComputedStyle(element);
  const named = (element: Element) => {
    const words = (element.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 50);
    return `<${element.tagName.toLowerCase()} class="${(element.getAttribute('class') ?? '').slice(0, 70)}"> “${words}”`;
  };
  const ancestors = function* (element: Element | null) {
    for (let at = element; at; at = at.parentElement) yield at;
  };
  const some = (element: Element | null, is: (one: Element) => boolean) => [...ancestors(element)].some(is);
  /** For screen readers alone, or not there at all. */
  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !some(element, (one) => {
      return styleOf(one).clipPath === 'inset(50%)' || one.hasAttribute('inert');
    });
  /** What floats over the page covers it for good reason: only what lies in one layer is compared. */
  const layerOf = (element: Element) =>
    [...ancestors(element)].find((one) => {
      const { position, pointerEvents } = styleOf(one);
      const isTip = position === 'absolute' && pointerEvents === 'none';
      return isTip || position === 'fixed' || position === 'sticky' || one.getAttribute('role') === 'dialog';
    }) ?? document.body;
  const scrolls = (element: Element | null) =>
    some(element, (one) => ['auto', 'scroll'].includes(styleOf(one).overflowX) && one !== document.documentElement);

  /** What is left of a box inside of the edges that cut it off. */
  const clipped = (box: DOMRect, element: Element) => {
    let { left, top, right, bottom } = box;
    for (const one of ancestors(element)) {
      const { overflowX, position } = styleOf(one);
      if (overflowX !== 'visible' && one !== document.body && one !== document.documentElement) {
        const edge = one.getBoundingClientRect();
        [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      if (position === 'fixed') break;
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };

  if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
    faults.add('the page scrolls sideways');

  // Words, each with the boxes of its lines.
  const texts: { element: Element; layer: Element; boxes: DOMRect[] }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!element || !node.nodeValue?.trim() || ['SCRIPT', 'STYLE', 'NOSCRIPT', 'OPTION'].includes(element.tagName))
      continue;
    if (!isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()]
      .map((box) => clipped(box, element))
      .filter(({ width, height }) => width > 0 && height > 0);
    texts.push({ element, layer: layerOf(element), boxes });
  }

  for (const { element, boxes } of texts) {
    // The part of a text that an ellipsis hides lies outside of its box and is no fault of the page's width.
    const shortened = some(
      element,
      (one) => styleOf(one).textOverflow === 'ellipsis' && styleOf(one).overflowX !== 'visible',
    );
    if (shortened || scrolls(element)) continue;
    if (boxes.some(({ left, right }) => left < -SLACK || right > innerWidth + SLACK))
      faults.add(`outside of the screen: ${named(element)}`);
    const control = element.closest('button, [role=tab], [role=menuitem], label > span, a.pressable, nav a');
    const frame = control?.getBoundingClientRect();
    if (
      frame &&
      boxes.some(
        ({ left, right, top, bottom }) =>
          left < frame.left - SLACK ||
          right > frame.right + SLACK ||
          top < frame.top - SLACK ||
          bottom > frame.bottom + SLACK,
      )
    )
      faults.add(`runs over its button: ${named(control!)}`);
  }

  // What an edge cuts off.
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!element.clientWidth || !isSeen(element)) continue;
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = styleOf(element);
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    const hasWords = (element.textContent ?? '').trim() !== '';
    const within = texts.some((text) => element.contains(text.element));
    if (!hasWords || !within || element.clientWidth <= 1) continue;
    if (hides(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + SLACK)
      faults.add(`cut at its side: ${named(element)}`);
    if (
      hides(overflowY) &&
      (webkitLineClamp === 'none' || webkitLineClamp === '') &&
      element.scrollHeight > element.clientHeight + SLACK
    )
      faults.add(`cut below: ${named(element)}`);
  }
  const canvas = document.createElement('canvas').getContext('2d')!;
  for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    if (!isSeen(field) || field.value) continue;
    const { font, paddingLeft, paddingRight } = styleOf(field);
    canvas.font = font;
    const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    if (canvas.measureText(field.placeholder).width > room + SLACK)
      faults.add(`cut placeholder: “${field.placeholder}”`);
  }

  // What lies over something else.
  const overlap = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK * 1.5;
  for (const [index, one] of texts.entries())
    for (const other of texts.slice(index + 1)) {
      if (one.layer !== other.layer || one.element === other.element) continue;
      if (one.boxes.some((a) => other.boxes.some((b) => overlap(a, b))))
        faults.add(`words over words: ${named(one.element)} and ${named(other.element)}`);
    }
  const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, [role=tab], [role=switch]')]
    .filter((element) => isSeen(element) && styleOf(element).pointerEvents !== 'none')
    .map((element) => ({ element, layer: layerOf(element), boxes: [...element.getClientRects()] }));
  for (const [index, one] of controls.entries())
    for (const other of controls.slice(index + 1)) {
      if (one.layer !== other.layer || one.element.contains(other.element) || other.element.contains(one.element))
        continue;
      // A button inside a field's frame, such as the eye of a password, stands where the field leaves it room.
      if (one.element instanceof HTMLInputElement && one.element.parentElement?.contains(other.element)) continue;
      if (one.boxes.some((a) => other.boxes.some((b) => overlap(a, b))))
        faults.add(`a control over another: ${named(one.element)} and ${named(other.element)}`);
    }
  return [...faults];
}
