import mongoose, { Types } from 'mongoose';
import { beforeEach, describe, expect, test } from 'vitest';
import { eachOnAnEmptyDatabase } from '../../test/own-database.js';
import { ReviewModel } from '../features/reviews/model.js';
import '../features/usage/model.js';
import { startFailureText } from '../lib/start-failure.js';
import { AppointmentModel } from './appointments.js';
import { bringIndexes, indexesDiffer } from './indexes.js';

eachOnAnEmptyDatabase();
const reviews = () => mongoose.connection.collection('reviews');
const appointments = () => mongoose.connection.collection('appointments');
const namesOf = async (collection: { indexes(): Promise<{ name?: string }[]> }) =>
  (await collection.indexes()).map(({ name }) => name);
const named = async (collection: ReturnType<typeof reviews>, wanted: string) =>
  (await collection.indexes()).find(({ name }) => name === wanted);

beforeEach(bringIndexes);

describe('indexes', () => {
  test('an empty database gets all that the models want', async () => {
    expect(await indexesDiffer()).toBe(false);
    expect(await named(reviews(), 'appointmentId_1')).toMatchObject({ unique: true });
    expect(await AppointmentModel.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
  });

  test('one of our name with other options is replaced', async () => {
    await reviews().dropIndex('appointmentId_1');
    await reviews().createIndex({ appointmentId: 1 }, { sparse: true });
    await bringIndexes();
    expect(await named(reviews(), 'appointmentId_1')).toMatchObject({ unique: true });
    expect(await indexesDiffer()).toBe(false);
  });

  test('one of our name on other fields is replaced', async () => {
    await reviews().dropIndex('appointmentId_1');
    await reviews().createIndex({ rating: 1 }, { name: 'appointmentId_1' });
    await bringIndexes();
    expect(await named(reviews(), 'appointmentId_1')).toMatchObject({ key: { appointmentId: 1 }, unique: true });
  });

  test('the same under a name that an operator gave it is as good as ours', async () => {
    await reviews().dropIndex('appointmentId_1');
    await reviews().createIndex({ appointmentId: 1 }, { unique: true, name: 'once-each' });
    await bringIndexes();
    expect(await namesOf(reviews())).toEqual(['_id_', 'doctorId_1_createdAt_-1__id_-1', 'once-each']);
  });

  test('what an operator added is not dropped', async () => {
    await appointments().createIndex({ mode: 1 }, { name: 'for our reports' });
    await appointments().dropIndex('status_1_answerBy_1');
    await bringIndexes();
    expect(await namesOf(appointments())).toEqual(expect.arrayContaining(['for our reports', 'status_1_answerBy_1']));
  });

  test('one on our fields that the database takes for the same gives way, whatever its name', async () => {
    const usage = mongoose.connection.collection('dayusages');
    await usage.dropIndex('expiresAt_1');
    await usage.createIndex({ expiresAt: 1 }, { name: 'kept longer', expireAfterSeconds: 600 });
    await usage.createIndex({ bytes: 1 }, { name: 'for our reports' });
    await bringIndexes();
    expect((await namesOf(usage)).sort()).toEqual(['_id_', 'expiresAt_1', 'for our reports']);
    expect(await named(usage, 'expiresAt_1')).toMatchObject({ expireAfterSeconds: 0 });
  });

  test('what the product made once and does not want any more is dropped, and nothing else', async () => {
    const indexes = AppointmentModel.schema.indexes();
    AppointmentModel.schema.index({ mode: 1 });
    await bringIndexes();
    await appointments().createIndex({ reason: 1 });
    AppointmentModel.schema.clearIndexes();
    for (const [keys, options] of indexes) AppointmentModel.schema.index(keys, options);
    expect(await namesOf(appointments())).toContain('mode_1');
    expect(await indexesDiffer()).toBe(true);
    await bringIndexes();
    expect(await namesOf(appointments())).not.toContain('mode_1');
    expect(await namesOf(appointments())).toEqual(expect.arrayContaining(['reason_1', 'status_1_answerBy_1']));
    expect(await indexesDiffer()).toBe(false);
  });

  test('where the documents do not allow it, the one before is put back and a plain sentence says what to do', async () => {
    await reviews().dropIndex('appointmentId_1');
    await reviews().createIndex({ appointmentId: 1 }, { sparse: true });
    const appointmentId = new Types.ObjectId();
    const [doctorId, patientId] = [new Types.ObjectId(), new Types.ObjectId()];
    const review = { appointmentId, doctorId, patientId, author: 'Ana', rating: 5, createdAt: new Date() };
    await ReviewModel.collection.insertMany([{ ...review }, { ...review }] as never);
    const refusal = await bringIndexes().catch((error: Error) => error);
    const text = startFailureText(refusal as Error);
    expect(text).toContain('Two documents of "reviews" have the same appointmentId');
    expect(text).not.toContain(appointmentId.toString());
    expect(await named(reviews(), 'appointmentId_1')).toMatchObject({ sparse: true });
  });
});
