import { beforeEach, describe, expect, test, vi } from 'vitest';

beforeEach(() => {
  sessionStorage.clear();
});

/** The page as it begins: nothing in its memory, only what the tab kept. */
async function openPage() {
  vi.resetModules();
  return import('./device-id.js');
}

describe('the name of this tab', () => {
  test('is the same after a reload', async () => {
    const before = await openPage();
    const id = before.deviceId();
    expect(before.wasReloaded()).toBe(false);

    globalThis.dispatchEvent(new Event('pagehide'));
    const after = await openPage();
    expect(after.deviceId()).toBe(id);
    expect(after.wasReloaded()).toBe(true);
  });

  test('CALL-15: is another one in a copy of the tab', async () => {
    const id = (await openPage()).deviceId();
    const copy = await openPage();
    expect(copy.deviceId()).not.toBe(id);
    expect(copy.wasReloaded()).toBe(false);
  });
});
