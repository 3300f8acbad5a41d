import { Crowd } from '../lib/crowd.js';
import { refused } from './errors.js';

/** Soon enough for a program that waits, late enough that it does not hammer. */
const RETRY_SECONDS = 5;

/**
 * Lets one thing of each person be under way in this process. The function it gives lets a person in and gives what
 * lets them out again. @throws AppError `rate_limited` while they are in.
 */
export function oneAtATime(reason: 'picture_on_its_way' | 'picture_being_read'): (personId: string) => () => void {
  const crowd = new Crowd();
  return (personId) => {
    const leave = crowd.enter(personId, 1);
    if (!leave) throw refused(reason, { retryAfterSeconds: RETRY_SECONDS });
    return leave;
  };
}
