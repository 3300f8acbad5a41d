import { expect, test } from 'vitest';
import { welcome } from './welcome.js';

test('says the address that people type, and the port of the API where that is another one', () => {
  expect(welcome('http://localhost:5000', 5000, false)).toBe('\nHealth-Connect is ready: http://localhost:5000\n');
  const developing = welcome('http://localhost:5173', 6000, true);
  expect(developing).toContain('ready: http://localhost:5173 (the API listens on port 6000)  Sign in as camila@');
});
