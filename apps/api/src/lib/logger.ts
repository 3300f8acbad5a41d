import { pino } from 'pino';
import { env } from '../env.js';

/** Never write medical data, message text, tokens or passwords; what slips in by these names is cut out. */
export const logger = pino({
  level: env.logLevel,
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
});
