import { describe, expect, it } from 'vitest';
import { imageProblem } from './image-problem.js';

const file = (type: string, size = 10) => ({ name: 'arm', type, size });

describe('choosing a picture', () => {
  it.each(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])('takes %s', (type) => {
    expect(imageProblem(file(type))).toBeNull();
  });

  it('CH-9: refuses other files and those over 10 MB, and says what to choose', () => {
    expect(imageProblem(file('image/svg+xml'))).toMatch(/Choose a JPEG/);
    expect(imageProblem(file(''))).toMatch(/Choose a JPEG/);
    expect(imageProblem(file('image/png', 10 * 1024 * 1024))).toBeNull();
    expect(imageProblem(file('image/png', 10 * 1024 * 1024 + 1))).toMatch(/larger than 10 MB/);
  });
});
