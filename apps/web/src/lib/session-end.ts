import { isApiError } from './api-error.js';
import { createObservable, type Observable } from './observable.js';

/**
 * The session ended elsewhere while somebody's page is open: it signs in again in place, and what waits goes on. Where
 * no page is there that can ask (`hosts`), the session simply is over.
 */
let hosts = 0;
const ended = createObservable(false);
const waiting = new Set<(signedIn: boolean) => void>();

/** Whether it ended and nobody has signed in again. */
export const sessionEnd: Observable<boolean> = ended;

/** For the page that can ask in place. Returns how to take it away; who still waits then is told that nobody came. */
export function hostSignIn() {
  let isHere = true;
  hosts += 1;
  return () => {
    if (!isHere) return;
    isHere = false;
    hosts -= 1;
    if (hosts === 0) settleSession(false);
  };
}

/** The session is over. False where nobody can be asked in place: then the caller forgets the person. */
export function holdSession(): boolean {
  if (hosts === 0) return false;
  ended.set(true);
  return true;
}

/** Signed in again as the same person (true), or not (false): whatever waits goes on or fails. */
export function settleSession(signedIn: boolean) {
  const told = [...waiting];
  waiting.clear();
  ended.set(false);
  for (const tell of told) tell(signedIn);
}

/** Runs a write; where the session turns out to be over, once more after the person signed in again. */
export async function withSession<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isApiError(error, 'unauthenticated') || !holdSession()) throw error;
    const signedIn = await new Promise<boolean>((resolve) => waiting.add(resolve));
    if (!signedIn) throw error;
    return write();
  }
}
