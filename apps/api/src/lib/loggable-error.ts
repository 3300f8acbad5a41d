/** Their messages quote what somebody wrote: the value that is taken, or does not fit. */
const QUOTING = /^(ValidationError|ValidatorError|CastError|StrictModeError|ObjectParameterError|BSONError)$/;
const DUPLICATE_KEY = 11000;
const MOST_CAUSES = 3;

/**
 * What of an error goes to the log: kind, code, words and place. Nothing else that hangs on it: a refused write to the
 * database carries the documents it was to store, and with them what people wrote to each other.
 */
export function loggableError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '', cause } = error;
  const code = 'code' in error && /^\w+$/.test(String(error.code)) ? error.code : undefined;
  const quotes = QUOTING.test(name) || code === DUPLICATE_KEY;
  const frames = stack.indexOf('\n    at ');
  return {
    type: name,
    ...(code !== undefined && { code }),
    ...(!quotes && { message }),
    ...(frames >= 0 && { stack: stack.slice(frames + 1) }),
    ...(cause instanceof Error && depth < MOST_CAUSES && { cause: loggableError(cause, depth + 1) }),
  };
}
