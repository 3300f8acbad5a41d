import type { LocalImage } from '../../../resources/messages/outbox/outbox-entry.js';

export interface WrittenDraft {
  text: string;
  images: readonly LocalImage[];
}

const NOTHING: WrittenDraft = { text: '', images: [] };

/** What was written to each person and not sent yet, so that looking elsewhere loses nothing. */
export class Drafts {
  private readonly kept = new Map<string, WrittenDraft>();

  of(userId: string): WrittenDraft {
    return this.kept.get(userId) ?? NOTHING;
  }

  keep(userId: string, draft: WrittenDraft) {
    this.kept.set(userId, draft);
  }
}
