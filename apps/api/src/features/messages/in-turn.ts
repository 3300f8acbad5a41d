const turns = new Map<string, Promise<unknown>>();

/**
 * Runs the work of one key one after the other in this process. It saves lost races; what keeps the order, also over
 * several processes, is the database.
 */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(key, mine);
  const done = () => {
    if (turns.get(key) === mine) turns.delete(key);
  };
  mine.then(done, done);
  return mine;
}
