/** A map that forgets its oldest entries beyond `limit`: for hints that may always be read again. */
export class BoundedMap<V> {
  #entries = new Map<string, V>();

  constructor(private readonly limit: number) {}

  get = (key: string) => this.#entries.get(key);
  delete = (key: string) => this.#entries.delete(key);

  set(key: string, value: V) {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.limit) this.#entries.delete(this.#entries.keys().next().value!);
  }
}
