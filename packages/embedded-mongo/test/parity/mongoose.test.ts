import mongoose, { type Connection, type Model, Schema } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTarget, type Target, TARGET_NAME } from './target.js';

let target: Target;
let db: Connection;

beforeAll(async () => {
  target = await openTarget();
  db = await mongoose.createConnection(target.uri, { dbName: target.database }).asPromise();
});

afterAll(async () => {
  await db.close();
  await target.stop();
});

const ACTIVE = ['pending', 'scheduled', 'rescheduled'];

function appointmentModel(): Model<Record<string, unknown>> {
  if (db.models['Appointment']) return db.models['Appointment'];
  const schema = new Schema({
    doctorId: Number,
    patientId: Number,
    status: String,
    doctorCells: [Number],
    patientCells: [Date],
  });
  const partialFilterExpression = { status: { $in: ACTIVE } };
  schema.index({ doctorId: 1, doctorCells: 1 }, { unique: true, partialFilterExpression });
  schema.index({ patientId: 1, patientCells: 1 }, { unique: true, partialFilterExpression });
  return db.model('Appointment', schema) as unknown as Model<Record<string, unknown>>;
}

describe(`unmodified Mongoose on ${TARGET_NAME}`, () => {
  it('lets one of 200 concurrent bookings of one slot win', async () => {
    const Appointment = appointmentModel();
    await Appointment.init();
    const book = (patientId: number) =>
      Appointment.create({
        doctorId: 1,
        patientId,
        status: 'pending',
        doctorCells: [7, 8, 8, 9],
        patientCells: [new Date(7), new Date(7)],
      });
    const results = await Promise.allSettled(Array.from({ length: 200 }, (_, patient) => book(patient)));
    const lost = results
      .filter((result) => result.status === 'rejected')
      .map((result) => result.reason as { code: number; keyPattern: unknown; keyValue: unknown });
    expect(lost).toHaveLength(199);
    expect(lost.every(({ code }) => code === 11000)).toBe(true);
    expect(lost[0]).toMatchObject({
      keyPattern: { doctorId: 1, doctorCells: 1 },
      keyValue: { doctorId: 1, doctorCells: 7 },
    });
    expect(await Appointment.countDocuments()).toBe(1);
  });

  it('moves a booking in one step, and frees its cells when it is cancelled', async () => {
    const Appointment = appointmentModel();
    await Appointment.deleteMany({});
    const [first, second] = await Appointment.create([
      { doctorId: 1, patientId: 1, status: 'pending', doctorCells: [1, 2], patientCells: [] },
      { doctorId: 1, patientId: 2, status: 'scheduled', doctorCells: [3, 4], patientCells: [] },
    ]);
    const move = (cells: number[]) =>
      Appointment.updateOne({ _id: first!._id }, { $set: { doctorCells: cells, status: 'rescheduled' } });
    await expect(move([4, 5])).rejects.toMatchObject({ code: 11000 });
    expect((await Appointment.findById(first!._id).lean())!.doctorCells).toEqual([1, 2]);
    await Appointment.updateOne({ _id: second!._id }, { $set: { status: 'cancelled' } });
    expect(await move([4, 5])).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
  });

  it('populates, keeps versions and timestamps, and tells discriminators apart', async () => {
    const Person = db.model(
      'Person',
      new Schema({ name: String }, { discriminatorKey: 'kind', timestamps: true, optimisticConcurrency: true }),
    );
    const Doctor = Person.discriminator('Doctor', new Schema({ field: String }));
    const Booking = db.model('Booking', new Schema({ doctor: { type: Schema.Types.ObjectId, ref: 'Person' } }));
    await Person.create({ name: 'Ann' });
    const doctor = await Doctor.create({ name: 'Bob', field: 'skin' });
    expect(await Doctor.countDocuments()).toBe(1);
    await Booking.create({ doctor: doctor._id });
    const booking = await Booking.findOne().populate<{ doctor: { name: string } }>('doctor');
    expect(booking!.doctor.name).toBe('Bob');
    const stale = (await Doctor.findById(doctor._id))!;
    doctor.name = 'Rob';
    await doctor.save();
    stale.name = 'Tob';
    await expect(stale.save()).rejects.toThrow(mongoose.Error.VersionError);
    expect(doctor.updatedAt.getTime()).toBeGreaterThanOrEqual(doctor.createdAt.getTime());
  });

  it('synchronises indexes', async () => {
    const schema = new Schema({ a: Number, b: String });
    schema.index({ a: 1, b: -1 });
    schema.index({ b: 1 }, { sparse: true });
    const Thing = db.model('Thing', schema);
    await Thing.init();
    await Thing.collection.createIndex({ old: 1 });
    expect(await Thing.diffIndexes()).toMatchObject({ toDrop: ['old_1'], toCreate: [] });
    expect(await Thing.syncIndexes()).toEqual(['old_1']);
    expect(await Thing.syncIndexes()).toEqual([]);
  });

  it('aggregates, sorts, pages and streams', async () => {
    const Note = db.model('Note', new Schema({ n: Number, tag: String, at: Date }));
    await Note.insertMany(
      Array.from({ length: 500 }, (_, n) => ({
        n,
        tag: n % 3 === 0 ? 'x' : 'y',
        at: new Date(Date.UTC(2026, 0, 1 + (n % 40))),
      })),
    );
    const page = await Note.find({ tag: 'y' }).sort({ n: -1 }).skip(2).limit(3).select('n -_id').lean();
    expect(page).toEqual([{ n: 496 }, { n: 494 }, { n: 493 }]);
    let seen = 0;
    for await (const note of Note.find({ n: { $gte: 100 } })
      .batchSize(50)
      .cursor())
      seen += note.n! >= 100 ? 1 : 0;
    expect(seen).toBe(400);
    const months = await Note.aggregate([
      { $match: { tag: 'x' } },
      {
        $group: {
          _id: { $dateToString: { date: '$at', format: '%Y-%m', timezone: 'Asia/Tokyo' } },
          n: { $sum: 1 },
          top: { $max: '$n' },
        },
      },
      { $sort: { _id: 1 } },
    ]);
    const inMonth = (january: boolean) =>
      Array.from({ length: 500 }, (_, n) => n).filter((n) => n % 3 === 0 && n % 40 < 31 === january);
    const figures = [inMonth(true), inMonth(false)].map((all) => ({ n: all.length, top: Math.max(...all) }));
    expect(months).toEqual([
      { _id: '2026-01', ...figures[0] },
      { _id: '2026-02', ...figures[1] },
    ]);
    expect(await Note.distinct('tag')).toEqual(['x', 'y']);
    expect(await Note.estimatedDocumentCount()).toBe(500);
    const changed = await Note.findOneAndUpdate(
      { n: 3 },
      { $inc: { n: 1000 }, $set: { tag: 'z' } },
      { returnDocument: 'after' },
    );
    expect(changed).toMatchObject({ n: 1003, tag: 'z' });
    const bulk = await Note.bulkWrite([
      { insertOne: { document: { n: -1 } } },
      { updateMany: { filter: { tag: 'y' }, update: { $set: { tag: 'w' } } } },
      { deleteMany: { filter: { tag: 'x' } } },
      { updateOne: { filter: { n: -2 }, update: { $set: { tag: 'new' } }, upsert: true } },
    ]);
    expect(bulk).toMatchObject({ insertedCount: 1, modifiedCount: 333, deletedCount: 166, upsertedCount: 1 });
  });
});
