interface Place {
  search: string;
  /** Pixels from the top. */
  scroll: number;
}

/** How the list of conversations was left, for coming back to it. Not in the address: names of people are private. */
export class ListPlace {
  private place: Place = { search: '', scroll: 0 };

  current(): Place {
    return this.place;
  }

  keep(change: Partial<Place>) {
    this.place = { ...this.place, ...change };
  }
}
