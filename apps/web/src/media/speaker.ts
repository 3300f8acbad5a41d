/** Whether this browser lets the page choose where sound comes out (W3C Audio Output Devices API). */
export function canChooseSpeaker(): boolean {
  return 'setSinkId' in HTMLMediaElement.prototype;
}

/** Plays an element's sound on this speaker; false where the browser cannot or the speaker is gone. */
export async function setSpeaker(element: HTMLMediaElement, speakerId: string): Promise<boolean> {
  if (!canChooseSpeaker()) return false;
  try {
    await element.setSinkId(speakerId);
    return true;
  } catch {
    return false;
  }
}
