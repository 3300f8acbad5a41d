/** How many are in at once, by key. */
export class Crowd {
  readonly #inside = new Map<string, number>();

  /** Gives what lets them out again, once; null where `most` are in already. */
  enter(key: string, most: number): (() => void) | null {
    const inside = this.#inside.get(key) ?? 0;
    if (inside >= most) return null;
    this.#inside.set(key, inside + 1);
    let isIn = true;
    return () => {
      if (isIn) this.#leave(key);
      isIn = false;
    };
  }

  #leave(key: string): void {
    const left = (this.#inside.get(key) ?? 0) - 1;
    if (left > 0) this.#inside.set(key, left);
    else this.#inside.delete(key);
  }
}
