import { describe, expect, it } from 'vitest';
import { linkParts } from './links.js';

const links = (text: string) => linkParts(text).flatMap(({ href }) => href ?? []);

describe('CH-11: links in messages', () => {
  it('are web addresses, without the sentence around them', () => {
    expect(links('See https://a.example/x?y=1, or (http://b.example).')).toEqual([
      'https://a.example/x?y=1',
      'http://b.example',
    ]);
    expect(links('https://a.example/wiki/Skin_(human)')).toEqual(['https://a.example/wiki/Skin_(human)']);
  });

  it.each(['javascript:alert(1)', 'data:text/html,<b>', 'JAVASCRIPT://https', 'ftp://a.example', 'mailto:a@b.example'])(
    'are never made of %s',
    (text) => {
      expect(links(text)).toEqual([]);
      expect(linkParts(text)).toEqual([{ text }]);
    },
  );

  it('lose no character of what was written', () => {
    const text =
      '<img onerror=x> https:// https://a.example/“quoted” javascript:https://b.example!\n https://c.example/a_b';
    expect(
      linkParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
