import { type Schema, schemaOfField, schemaOfFields } from '@health-connect/contract/field-schema';
import type { Field, Fields } from '@health-connect/contract/fields';
import { messageOfProblem } from '../../http/english.js';

/** What passes these fields, with a word on each. */
export const shapeOfFields = (fields: Fields): Schema => schemaOfFields(fields, messageOfProblem);
export const shapeOfField = (field: Field<unknown>): Schema => schemaOfField(field, messageOfProblem);
