import mongoose from 'mongoose';

const SESSION_MS = 7 * 86_400_000;

/** `endedSessions` were bare keys, kept for good. Such a session is over a week from now at the latest. */
export async function dateEndedSessions(): Promise<void> {
  const until = new Date(Date.now() + SESSION_MS);
  const dated = { $map: { input: '$endedSessions', as: 'key', in: { key: '$$key', until } } };
  await mongoose.connection
    .collection('accounts')
    .updateMany({ endedSessions: { $exists: true } }, [
      { $set: { signedOut: { $concatArrays: [{ $ifNull: ['$signedOut', []] }, dated] } } },
      { $unset: 'endedSessions' },
    ]);
}
