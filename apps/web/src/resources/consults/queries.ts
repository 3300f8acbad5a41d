import type { LiveConsult, WaitingPatient } from '@health-connect/contract/consults';
import { useQuery } from '@tanstack/react-query';
import { toldQuery } from '../../lib/told-query.js';
import { keys } from './keys.js';

export const waitingQuery = toldQuery<readonly WaitingPatient[]>(keys.waiting);
export const goingOnQuery = toldQuery<readonly LiveConsult[]>(keys.goingOn);
export const insideQuery = toldQuery<string | null>(keys.inside);

const NOBODY: readonly WaitingPatient[] = [];
const NONE: readonly LiveConsult[] = [];

/** For a doctor: who waits, for every consult, whoever waits longest first. */
export const useWaitingPatients = () => useQuery(waitingQuery).data ?? NOBODY;

/** The consults of this person that go on, begun on whichever device. */
export const useConsultsGoingOn = () => useQuery(goingOnQuery).data ?? NONE;

/** The appointment in whose consult this tab itself is, with somebody else; null otherwise. */
export const useInsideOf = () => useQuery(insideQuery).data ?? null;
