import type { Types } from 'mongoose';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  date,
  flag,
  group,
  list,
  listOf,
  nullable,
  number,
  oneOf,
  optional,
  part,
  type RecordOf,
  ref,
  schemaOf,
  stamps,
  text,
} from './fields.js';

const fields = {
  name: text(),
  nick: text({ default: '' }),
  kind: oneOf(['cat', 'dog'], { default: 'cat' }),
  seenAt: nullable(date()),
  isShy: optional(flag()),
  owner: ref('Account'),
  lives: number({ default: () => 9 }),
  toys: list(text()),
  meals: listOf({ at: date(), what: nullable(text()) }),
  home: nullable(part({ street: text() })),
  likes: group({ fish: flag({ default: true }) }),
  ...stamps,
};

describe('fields of records', () => {
  test('the type of a record is what a read with its defaults gives, and nothing less exact', () => {
    expectTypeOf<RecordOf<typeof fields>>().toEqualTypeOf<{
      _id: Types.ObjectId;
      name: string;
      nick: string;
      kind: 'cat' | 'dog';
      seenAt: Date | null;
      isShy?: boolean;
      owner: Types.ObjectId;
      lives: number;
      toys: string[];
      meals: { at: Date; what: string | null }[];
      home: { street: string } | null;
      likes: { fish: boolean };
      createdAt: Date;
      updatedAt: Date;
    }>();
    expectTypeOf<RecordOf<{ _id: ReturnType<typeof text> }>>().toEqualTypeOf<{ _id: string }>();
    // @ts-expect-error: a default must be one of the values.
    oneOf(['cat', 'dog'], { default: 'cow' });
    // @ts-expect-error: a group is always there.
    nullable(group({}));
  });

  test('a new document has the defaults, and lacks what is required', () => {
    const schema = schemaOf(fields);
    expect(schema.options).toMatchObject({ timestamps: true });
    expect(schema.requiredPaths().sort()).toEqual(['name', 'owner']);
    expect(schema.path('seenAt')).toMatchObject({ defaultValue: null });
    expect(schema.path('likes.fish')).toMatchObject({ defaultValue: true });
  });
});
