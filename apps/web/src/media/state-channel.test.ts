import { expect, test } from 'vitest';
import { readFlags } from './state-channel.js';

test('what the other side says of its sources is read', () => {
  expect(readFlags('{"microphone":true,"camera":false,"screen":false}')).toEqual({
    microphone: true,
    camera: false,
    screen: false,
  });
});

test.each([
  'nonsense',
  'null',
  '[]',
  '{"microphone":true}',
  '{"microphone":"yes","camera":false,"screen":false}',
  `{"microphone":true,"camera":true,"screen":true,"more":"${'x'.repeat(300)}"}`,
  new ArrayBuffer(8),
])('anything else is nothing: %s', (message) => {
  expect(readFlags(message)).toBeNull();
});
