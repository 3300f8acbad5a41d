import { ROUTES } from '@health-connect/contract/declarations';
import type { Fields } from '@health-connect/contract/fields';
import type { Role } from '@health-connect/contract/roles';
import type { AnyRoute } from '@health-connect/contract/route';

type Method = AnyRoute['method'];

interface Asked {
  /** Absent where anyone may call it. */
  allow?: readonly Role[];
  params?: Fields;
  query?: Fields;
  body?: Fields;
}

export interface KnownRoute {
  /** Such as `GET /appointments/:id`. */
  name: string;
  method: Method;
  path: string;
  declaration: Asked;
}

const nameOf = ({ method, path }: AnyRoute) => `${method.toUpperCase()} ${path}`;

/** Where several share a URL, told apart by who may: all that one of them takes. */
const together = (alike: AnyRoute[]): Asked => ({
  ...(alike.every(({ allow }) => allow !== 'anyone') && {
    allow: alike.flatMap(({ allow }) => (allow === 'anyone' ? [] : allow)),
  }),
  params: Object.assign({}, ...alike.map(({ params }) => params)),
  query: Object.assign({}, ...alike.map(({ query }) => query)),
  body: Object.assign({}, ...alike.map(({ body }) => body)),
});

const declared = ROUTES.map(({ declaration }) => declaration);

/** Every URL of the API with what is declared of it. */
export const everyRoute: KnownRoute[] = [...new Set(declared.map(nameOf))].map((name) => {
  const alike = declared.filter((route) => nameOf(route) === name);
  return { name, method: alike[0]!.method, path: alike[0]!.path, declaration: together(alike) };
});

export const isUnsafe = ({ method }: KnownRoute) => method !== 'get';

/** The path with its parameters filled in, below `/api`. */
export const fill = (path: string, value: (param: string) => string): string =>
  `/api${path.replace(/:(\w+)/g, (_, param: string) => value(param))}`;
