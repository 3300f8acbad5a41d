import { file, route } from './route.js';

export const readOpenApi = route({
  method: 'get',
  path: '/openapi.json',
  allow: 'anyone',
  answer: file('application/json'),
  summary: 'Every route, as an OpenAPI 3.1 document.',
});

export const readAsyncApi = route({
  method: 'get',
  path: '/asyncapi.json',
  allow: 'anyone',
  answer: file('application/json'),
  summary: 'Every event of the socket, in both directions, as an AsyncAPI 3 document.',
});

export const readReference = route({
  method: 'get',
  path: '/docs',
  allow: 'anyone',
  answer: file('text/html'),
  summary: 'Both of them to be read by people.',
});
