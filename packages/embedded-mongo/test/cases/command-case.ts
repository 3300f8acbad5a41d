import type { Document } from 'mongodb';

/** Commands as they go over the wire, one after the other on one collection `c`; each answer has to hold what is given. */
export interface CommandCase {
  covers: string[];
  page: string;
  docs: Document[];
  run: [command: Document, answer: Document][];
}

export const page = (name: string): string => `command/${name}`;
export const DOCS = [
  { _id: 1, a: 5 },
  { _id: 2, a: 6 },
  { _id: 3, a: 5 },
];

export const batch = (...docs: Document[]): Document => ({ cursor: { firstBatch: docs } });
