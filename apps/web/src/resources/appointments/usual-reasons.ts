import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What an appointment is usually for, as it is stored. */
export const USUAL_REASONS = ['First visit', 'Follow-up', 'Test results', 'Prescription'] as const;

const WORDS: Record<string, MessageDescriptor> = {
  'First visit': msg`First visit`,
  'Follow-up': msg`Follow-up`,
  'Test results': msg`Test results`,
  Prescription: msg`Prescription`,
} satisfies Record<(typeof USUAL_REASONS)[number], MessageDescriptor>;

/** A reason in the reader's language; what a patient wrote freely stays as it was written. */
export function reasonName(stored: string): string {
  const word = Object.hasOwn(WORDS, stored) ? WORDS[stored] : undefined;
  return word ? i18n._(word) : stored;
}

/** As it is stored: the usual reason that somebody reads in their language, or what they wrote. */
export const storedReason = (typed: string): string =>
  USUAL_REASONS.find((stored) => reasonName(stored) === typed.trim()) ?? typed;
