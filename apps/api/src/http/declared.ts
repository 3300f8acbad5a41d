import { env } from '../env.js';
import type * as shapeCheck from './shape-check.js';

type Check = typeof shapeCheck;

/** In tests and development (`CHECK_ANSWERS`) what is sent is held against what is declared; elsewhere nothing is loaded. */
const check: Check | null = env.checkAnswers ? await import('./shape-check.js') : null;

/** Whether it is held against at all: the quick paths ask first. */
export const isChecked = check !== null;

/** @throws Error where it has a key that is not declared, or lacks one that is. */
export const requireAnswer: Check['requireAnswer'] = (...sent) => check?.requireAnswer(...sent);
export const requireAck: Check['requireAck'] = (...sent) => check?.requireAck(...sent);
export const requireEvent: Check['requireEvent'] = (...sent) => check?.requireEvent(...sent);
/** @throws Error where a refusal is none that is declared, or carries what is not declared; passes other errors by. */
export const requireRefusal: Check['requireRefusal'] = (...sent) => check?.requireRefusal(...sent);
/** @throws Error where its reason or a problem is none of the vocabulary, or carries other params than it declares. */
export const requireReason: Check['requireReason'] = (...sent) => check?.requireReason(...sent);

/** What was sent against a declaration since the last call: it fails the test, whoever heard of it. */
export const takeUndeclared = (): string[] => check?.undeclared.splice(0) ?? [];
