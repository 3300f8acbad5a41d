import { createRequire } from 'node:module';
import type { Schema } from '@health-connect/contract/field-schema';

type Section = 'answers' | 'metas' | 'acks' | 'events' | 'refusals' | 'reasons' | 'problems';

/** What the contract's types look like, made by `npm run schemas`. */
export const schemas = createRequire(import.meta.url)('@health-connect/contract/schemas.json') as Record<
  Section,
  Record<string, Schema>
> & { components: { schemas: Record<string, Schema> } };
