import { CLIENT_EVENTS, ROUTES, SERVER_EVENTS } from '@health-connect/contract/declarations';
import { expect, test } from 'vitest';
import { asyncApi } from './asyncapi.js';
import { html, words } from './html.js';
import { openApi } from './openapi.js';
import { referencePage } from './page.js';

const document = openApi();
const page = referencePage(document, asyncApi());

test('the page has every route, event and shape, and every link in it leads somewhere', () => {
  const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path)) as {
    operationId: string;
  }[])
    expect(places).toContain(operation.operationId);
  for (const { id } of [...CLIENT_EVENTS, ...SERVER_EVENTS]) expect(places).toContain(id);
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(places).toContain(target);
  for (const { id } of ROUTES) expect(page).toContain(`Example: ${id}`);
});

test('it runs no script and loads nothing, so that the content security policy stays as it is', () => {
  expect(page).not.toMatch(/<script|javascript:|\son\w+=|<link(?! rel="icon" href="\/)|<img|@import|url\(|https?:/i);
});

test('whatever is written into it is text', () => {
  expect(html`<p>${'<b>"&'}</p>`.text).toBe('<p>&lt;b&gt;&quot;&amp;</p>');
  expect(words('a `<b>` c').text).toBe('a <code>&lt;b&gt;</code> c');
});
