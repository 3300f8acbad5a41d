import { type IRouter, type RequestHandler, Router } from 'express';
import type { Served } from './serve.js';

/**
 * Mounts every route by its whole path: what is named before what is asked for, so that `/doctors/:id` takes no
 * `/doctors/schedule`.
 */
export function mount(served: readonly Served[]): IRouter {
  const router = Router();
  const alike = new Map<string, Served[]>();
  for (const one of served.toSorted(bySpecificity)) {
    const key = `${one.route.method} ${one.route.path}`;
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  for (const group of alike.values()) {
    const { method, path } = group[0]!.route;
    router[method](path, group.length === 1 ? chainOf(group[0]!) : chosenByRole(group));
  }
  return router;
}

const chainOf = ({ before, handler }: Served) => [...before, handler];

/** `/doctors/:id` is 01: segment by segment, one that is named comes before one that is asked for. */
const askedFor = ({ route: { path } }: Served) =>
  path.replace(/\/(:?)[^/]*/g, (_, colon: string) => (colon ? '1' : '0'));
const bySpecificity = (one: Served, other: Served) => askedFor(one).localeCompare(askedFor(other));

/** Routes of one URL that are told apart by who may: each side may send other fields, and those of the other are refused. */
function chosenByRole(group: readonly Served[]): RequestHandler {
  for (const { route, before } of group) {
    if (route.allow === 'anyone' || before.length > 0)
      throw new Error(
        `${route.method} ${route.path}: of routes that share a URL, each names its roles and nothing before`,
      );
  }
  return (req, res, next) => {
    const role = res.locals.user?.role;
    const mine = group.find(({ route: { allow } }) => role && allow !== 'anyone' && allow.includes(role));
    return (mine ?? group[0]!).handler(req, res, next);
  };
}
