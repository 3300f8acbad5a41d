/** What became of one item of a batch: null, or why it failed. */
type Outcome = Error | null;

/**
 * Gathers items that come while the last batch is under way, and runs them together: under load one round trip to the
 * database carries many, and without load nobody waits. `run` gives the outcome of each, in their order, or nothing
 * where all went well; if it throws, all have failed.
 */
export function createBatcher<T>(
  run: (items: T[]) => Promise<Outcome[] | void>,
  most: number,
): (item: T) => Promise<void> {
  let waiting: { item: T; settle: (outcome: Outcome) => void }[] = [];
  let isRunning = false;

  async function runAll() {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      const outcomes = await run(batch.map(({ item }) => item)).catch((error: Error) => batch.map(() => error));
      batch.forEach(({ settle }, index) => settle(outcomes?.[index] ?? null));
    }
    isRunning = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, settle: (outcome) => (outcome ? reject(outcome) : resolve()) });
      if (isRunning) return;
      isRunning = true;
      setImmediate(() => void runAll());
    });
}
