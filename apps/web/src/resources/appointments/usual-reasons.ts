import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';

const WORDS = {
  'First visit': msg`First visit`,
  'Follow-up': msg`Follow-up`,
  'Test results': msg`Test results`,
  Prescription: msg`Prescription`,
};
type UsualReason = keyof typeof WORDS;

/** What an appointment is usually for, as it is stored. */
export const USUAL_REASONS = Object.keys(WORDS) as [UsualReason, ...UsualReason[]];

const isUsual = (reason: string): reason is UsualReason => Object.hasOwn(WORDS, reason);

/** A reason in the reader's language; what a patient wrote freely stays as it was written. */
export const reasonName = (stored: string): string => (isUsual(stored) ? i18n._(WORDS[stored]) : stored);

/** As it is stored: the usual reason that somebody reads in their language, or what they wrote. */
export const storedReason = (typed: string): string =>
  USUAL_REASONS.find((stored) => reasonName(stored) === typed.trim()) ?? typed;
