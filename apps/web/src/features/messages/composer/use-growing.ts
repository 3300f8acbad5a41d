import { type RefObject, useLayoutEffect } from 'react';

const growsByItself = () => typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

/** Makes a text area as high as its text in browsers that do not do so by themselves. */
export function useGrowing(area: RefObject<HTMLTextAreaElement | null>, text: string) {
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || growsByItself()) return;
    element.style.setProperty('height', 'auto');
    element.style.setProperty('height', `${element.scrollHeight}px`);
  }, [area, text]);
}
