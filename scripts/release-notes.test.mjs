import { expect, test } from 'vitest';
import { releaseNotes } from './release-notes.mjs';

const CHANGES = '# Changes\n\n## Next\n\n- Later.\n\n## 1.2.0, 3 March 2027\n\n- Calls ring.\n- Texts.\n\n## 1.1.0\n\n';

test('a release has the words of its section, whatever follows its number', () => {
  expect(releaseNotes(CHANGES, '1.2.0')).toBe('- Calls ring.\n- Texts.');
});

test('a release of which nothing is said does not happen', () => {
  expect(() => releaseNotes(CHANGES, '1.1.0')).toThrow('CHANGELOG.md says nothing of 1.1.0');
  expect(() => releaseNotes(CHANGES, '1.2')).toThrow('says nothing of 1.2');
});
