const HOUR_MS = 3_600_000;

/** However near the release comes, a doctor has so long to answer. */
const LEAST_ANSWER_HOURS = 4;

/** How long a request waits for its doctor. */
export interface AnswerRules {
  /** Hours after it was made. */
  answerHours: number;
  /** Hours before its start, so that the patient can still find another doctor. */
  releaseHours: number;
}

/**
 * Until when a doctor must answer a request (epoch ms), or it is released: `answerHours` after it was made, at the
 * latest `releaseHours` before its start. One made later than that has until its start.
 */
export function answerByOf(madeAt: number, startsAt: number, { answerHours, releaseHours }: AnswerRules): number {
  const releaseAt = startsAt - releaseHours * HOUR_MS;
  if (madeAt >= releaseAt) return startsAt;
  const latest = Math.max(releaseAt, Math.min(startsAt, madeAt + LEAST_ANSWER_HOURS * HOUR_MS));
  return Math.min(madeAt + answerHours * HOUR_MS, latest);
}
