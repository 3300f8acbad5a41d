import { ERROR_STATUS, type ErrorCode } from '@health-connect/contract/errors';
import type { Schema } from '@health-connect/contract/field-schema';
import { codeOf, type Reason } from '@health-connect/contract/refusals';
import { PROBLEMS, REASONS } from '../../http/english.js';
import { schemas } from './schemas.js';

/** The reasons that belong to these codes. */
export const reasonsOf = (codes: readonly ErrorCode[]): Reason[] =>
  REASONS.filter((reason) => codes.includes(codeOf(reason)));

const paramsOf = (shapes: Record<string, Schema>, description: string): Schema => ({
  description,
  anyOf: [...new Map(Object.values(shapes).map((shape) => [JSON.stringify(shape), shape])).values()],
});

const MESSAGE = { type: 'string', description: 'English, for whoever reads the raw answer.' };

/** What is told of a refusal, by HTTP and by socket alike. */
export const REFUSED = {
  type: 'object',
  properties: {
    code: { enum: Object.keys(ERROR_STATUS) },
    reason: { enum: REASONS, description: 'Why, finer than the code. A code alone is a reason, too: the general one.' },
    params: paramsOf(schemas.reasons, 'What the words for the reason need.'),
    message: MESSAGE,
    errors: {
      type: 'array',
      description: 'What is wrong with which field.',
      items: {
        type: 'object',
        properties: {
          path: { type: 'string' },
          problem: { enum: PROBLEMS },
          params: paramsOf(schemas.problems, 'What the words for the problem need.'),
          message: MESSAGE,
        },
        required: ['path', 'problem', 'message'],
        additionalProperties: false,
      },
    },
  },
  required: ['code', 'reason', 'message'],
  additionalProperties: false,
};
