import { expect, test, vi } from 'vitest';
import { canChooseSpeaker, setSpeaker } from './speaker.js';

class Element {
  speaker = '';
}
class ElementWithSpeaker extends Element {
  async setSinkId(id: string) {
    if (id === 'gone') throw new DOMException('no such device', 'NotFoundError');
    this.speaker = id;
  }
}
const element = (made: Element) => made as Element & HTMLMediaElement;

test('sound goes to the chosen speaker, or stays where it was when that one is gone', async () => {
  vi.stubGlobal('HTMLMediaElement', ElementWithSpeaker);
  const video = element(new ElementWithSpeaker());

  expect(await setSpeaker(video, 'headset')).toBe(true);
  expect(await setSpeaker(video, 'gone')).toBe(false);
  expect(video.speaker).toBe('headset');
});

test('a browser that cannot choose says so', async () => {
  vi.stubGlobal('HTMLMediaElement', Element);

  expect(canChooseSpeaker()).toBe(false);
  expect(await setSpeaker(element(new Element()), 'headset')).toBe(false);
});
