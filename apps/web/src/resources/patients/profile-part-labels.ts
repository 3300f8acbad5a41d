import type { PROFILE_PARTS } from '@health-connect/contract/patients';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type ProfilePart = keyof typeof PROFILE_PARTS;

const WORDS: Record<ProfilePart, MessageDescriptor> = {
  dateOfBirth: msg`Date of birth`,
  gender: msg`Gender`,
  bloodGroup: msg`Blood group`,
  allergies: msg`Allergies`,
  contactNumber: msg`Phone number`,
  emergencyContact: msg`Emergency contact`,
};

/** What a part of a patient's profile is called. */
export const profilePartLabel = (part: ProfilePart): string => i18n._(WORDS[part]);
