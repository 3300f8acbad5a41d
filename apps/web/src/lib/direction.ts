/** The way lines run: as the page of this language says. What is not styled by the browser, such as keys, asks here. */
export const direction = (): 'ltr' | 'rtl' => (document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr');

/** The key that means in a line from left to right what this one does where lines run: "on" is to the left in Arabic. */
export function inlineKey(key: string): string {
  if (direction() === 'ltr') return key;
  return { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key] ?? key;
}
