import type { Marks } from '@health-connect/contract/messages';

export type MarkKind = 'delivered' | 'read';

/** `by` has seen, or only has, messages up to `upTo`. */
export interface Mark {
  kind: MarkKind;
  upTo: number;
}

export const NO_MARKS: Marks = { deliveredSeq: 0, readSeq: 0 };

/** High-water marks only rise, however late or often a receipt comes; what is read was delivered. */
export const raiseMarks = (marks: Marks, { kind, upTo }: Mark): Marks => ({
  deliveredSeq: Math.max(marks.deliveredSeq, upTo),
  readSeq: kind === 'read' ? Math.max(marks.readSeq, upTo) : marks.readSeq,
});

export const higherMarks = (one: Marks, other: Marks): Marks => ({
  deliveredSeq: Math.max(one.deliveredSeq, other.deliveredSeq),
  readSeq: Math.max(one.readSeq, other.readSeq),
});
