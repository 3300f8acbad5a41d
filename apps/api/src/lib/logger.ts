import { type LoggerOptions, pino } from 'pino';
import { env } from '../env.js';
import { loggableError } from './loggable-error.js';

/** Never write medical data, message text, tokens or passwords; what slips in by these names is cut out. */
export const LOGGER_OPTIONS: LoggerOptions = {
  level: env.logLevel,
  serializers: { err: (error: unknown) => loggableError(error) },
  redact: {
    paths: [
      'req.headers.cookie',
      'req.headers.authorization',
      'res.headers["set-cookie"]',
      ...['password', 'token', 'text', 'reason', 'symptoms', 'notes', 'summary', 'allergies', 'email'].flatMap(
        (name) => [name, `*.${name}`, `*.*.${name}`],
      ),
    ],
    remove: true,
  },
};

export const logger = pino(LOGGER_OPTIONS);
