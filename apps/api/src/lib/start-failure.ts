const RUNS_ALREADY = 'Is Health-Connect running already? Stop it first, or set another';

/** The server does not start on this, and says in plain words why and what to do. */
export class StartRefusal extends Error {}

/** What a person reads when the server does not start: a sentence where the cause is known, else the stack. */
export function startFailureText(error: Error): string {
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use. ${RUNS_ALREADY} PORT.`;
  if (error.message.includes('is in use by process')) return `${error.message}\n${RUNS_ALREADY} PORT and DATA_DIR.`;
  if (error instanceof StartRefusal) return error.message;
  return error.constructor.name === 'EnvError' ? error.message : String(error.stack);
}
