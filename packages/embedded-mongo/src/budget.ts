import { MongoFailure } from './errors.js';

/** How long one command may still work; asked at every document that is looked at. */
export class Budget {
  private asked = 0;
  private readonly end: number;

  /** `maxTimeMs` 0 means without limit. */
  constructor(
    maxTimeMs: number,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.end = maxTimeMs > 0 ? clock() + maxTimeMs : Infinity;
  }

  /** Throws code 50 when the time is over; looks at the clock only now and then. */
  tick(): void {
    if (this.end !== Infinity && (this.asked++ & 63) === 0 && this.clock() > this.end) {
      throw new MongoFailure(50, 'operation exceeded time limit');
    }
  }
}
