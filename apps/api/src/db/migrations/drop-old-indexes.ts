import mongoose from 'mongoose';

/** Before it was kept which indexes the product made, these were replaced by others. */
const OLD = [
  ['appointments', 'doctorId_1_startsAt_1'],
  ['appointments', 'patientId_1_startsAt_1'],
  ['audit', 'subjectId_1_at_-1'],
] as const;

const NOT_THERE = [26, 27];

export async function dropOldIndexes(): Promise<void> {
  for (const [collection, index] of OLD) {
    await mongoose.connection
      .collection(collection)
      .dropIndex(index)
      .catch((error: { code?: number }) => {
        if (!NOT_THERE.includes(error.code!)) throw error;
      });
  }
}
