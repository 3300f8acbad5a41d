import { type Document, EJSON } from 'bson';
import type { Collection } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FindCase, MANUAL, type UpdateCase } from '../cases/case.js';
import { EXPRESSION_CASES } from '../cases/expressions.js';
import { FILTER_CASES } from '../cases/filters.js';
import { PIPELINE_CASES } from '../cases/pipelines.js';
import { TYPED_UPDATE_CASES, UPDATE_CASES } from '../cases/updates.js';
import { openTarget, type Target, TARGET_NAME } from './target.js';

let target: Target;
let things: Collection<Document>;

beforeAll(async () => {
  target = await openTarget();
  things = target.client.db(target.database).collection('things');
});

afterAll(() => target.stop());

async function fill(docs: Document[], collection = things): Promise<void> {
  await collection.deleteMany({});
  if (docs.length > 0) await collection.insertMany(docs);
}

const text = (value: unknown): string => EJSON.stringify(value as Document);

async function runUpdate({ filter = {}, update, options: { multi, ...options } = {} }: UpdateCase): Promise<void> {
  await (multi ? things.updateMany(filter, update, options) : things.updateOne(filter, update, options));
}

const given = (one: FindCase): boolean => one.gives.every((item) => typeof item === 'number');

describe(`MongoDB's documented behaviour on ${TARGET_NAME}`, () => {
  it.each(
    FILTER_CASES.map((one) => [`${text(one.find)} ${text(one.options ?? {})} ${MANUAL}${one.page}`, one] as const),
  )('finds by %s', async (_name, one) => {
    await fill(one.docs);
    const found = await things.find(one.find, one.options).toArray();
    expect(given(one) ? found.map(({ _id }) => _id as unknown) : found).toEqual(one.gives);
  });

  it.each(UPDATE_CASES.map((one) => [`${text(one.update)} ${MANUAL}${one.page}`, one] as const))(
    'updates by %s',
    async (_name, one) => {
      await fill(one.docs);
      await runUpdate(one);
      if (one.passes) {
        expect(await things.countDocuments(one.passes)).toBe(one.docs.length);
        return;
      }
      const left = await things.find().sort({ _id: 1 }).toArray();
      expect(left).toEqual(one.leaves);
      expect(left.map((doc) => Object.keys(doc))).toEqual(one.leaves.map((doc) => Object.keys(doc)));
    },
  );

  it.each(TYPED_UPDATE_CASES.map((one) => [`${text(one.update)} ${MANUAL}${one.page}`, one] as const))(
    'keeps types by %s',
    async (_name, one) => {
      await fill(one.docs);
      await runUpdate(one);
      const exact = (doc: unknown): string => EJSON.stringify(doc as Document, { relaxed: false });
      expect(exact(await things.find({}, { promoteValues: false }).toArray())).toEqual(exact(one.leaves));
    },
  );

  it.each(PIPELINE_CASES.map((one) => [`${text(one.pipeline)} ${MANUAL}${one.page}`, one] as const))(
    'aggregates by %s',
    async (_name, one) => {
      await fill(one.docs);
      if (one.others) await fill(one.others, target.client.db(target.database).collection('others'));
      expect(await things.aggregate(one.pipeline, one.options).toArray()).toEqual(one.gives);
    },
  );

  it.each(EXPRESSION_CASES.map((one) => [`${text(one.expression)} ${MANUAL}${one.page}`, one] as const))(
    'computes %s',
    async (_name, one) => {
      await fill([{ _id: 1, ...one.on }]);
      const [result] = await things.aggregate([{ $project: { v: one.expression } }]).toArray();
      expect(result).toEqual(one.gives === undefined ? { _id: 1 } : { _id: 1, v: one.gives });
    },
  );
});
