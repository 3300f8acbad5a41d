import type { Role } from '@health-connect/contract/accounts';
import { appointmentParams, doctorChange, patientChange } from '@health-connect/contract/appointments';
import type { Fields } from '@health-connect/contract/fields';
import { declarationOf } from '../src/http/endpoint.js';
import { MOUNTS } from '../src/routes.js';

type Method = 'get' | 'post' | 'put' | 'delete';

interface Declared {
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
  declaration: Declared;
}

/** Routes whose handler only chooses, by role, between two that are declared. */
const CHOOSES_BY_ROLE: Record<string, Declared> = {
  'PUT /appointments/:id': {
    allow: ['doctor', 'patient'],
    params: appointmentParams,
    body: { ...doctorChange, ...patientChange },
  },
};

/** Every route of the API with what it declares. @throws Error for one that declares nothing. */
export const everyRoute: KnownRoute[] = MOUNTS.flatMap(([mount, router]) =>
  router.stack.flatMap(({ route }) =>
    (route?.stack ?? []).slice(-1).map(({ method, handle }) => {
      const path = `${mount}${route!.path}`.replaceAll('//', '/').replace(/(?<=.)\/$/, '');
      const name = `${method.toUpperCase()} ${path}`;
      const declaration = declarationOf(handle) ?? CHOOSES_BY_ROLE[name];
      if (!declaration) throw new Error(`${name} is neither an endpoint nor a publicEndpoint`);
      return { name, method: method as Method, path, declaration };
    }),
  ),
);

export const isUnsafe = ({ method }: KnownRoute) => method !== 'get';

/** The path with its parameters filled in, below `/api`. */
export const fill = (path: string, value: (param: string) => string): string =>
  `/api${path.replace(/:(\w+)/g, (_, param: string) => value(param))}`;
