import mongoose from 'mongoose';

/** Reads fill in what is absent, but an order does not see it: such doctors were left out of a list's later pages. */
const FIELDS = {
  rating: 0,
  nextSlotAt: new Date('9999-12-31T00:00:00Z'),
  nextSlotsStaleAt: new Date(0),
};

export async function fillSortedFields(): Promise<void> {
  const accounts = mongoose.connection.collection('accounts');
  for (const [field, value] of Object.entries(FIELDS))
    await accounts.updateMany({ role: 'doctor', [field]: null }, { $set: { [field]: value } });
}
