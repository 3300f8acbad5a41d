import { Trans } from '@lingui/react/macro';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';

const html = (ui: React.ReactElement) => render(ui).container.innerHTML;

test('a text keeps its elements, also one within another and one that holds nothing', () => {
  const name = 'Kai';
  expect(
    html(
      <Trans>
        Write to{' '}
        <b>
          <bdi>{name}</bdi> now
        </b>
        ,<br /> or later.
      </Trans>,
    ),
  ).toBe('Write to <b><bdi>Kai</bdi> now</b>,<br> or later.');
});

test('what is filled in may be an element too, or nothing', () => {
  const mark = <i>new</i>;
  const nothing = null;
  expect(
    html(
      <Trans>
        It is {mark}
        {nothing}.
      </Trans>,
    ),
  ).toBe('It is <i>new</i>.');
});
