import { Schema, type SchemaOptions, type Types } from 'mongoose';

declare const holds: unique symbol;

/**
 * A Mongoose definition (plain data) that remembers, for the compiler only, what a read gives: with the read defaults
 * (db/lean-defaults.ts) a field with a default is never absent.
 */
interface Held<T> {
  readonly [holds]?: () => T;
}
export type StoredField<T> = Held<T> & {
  readonly type: unknown;
  readonly required?: boolean;
  readonly default?: unknown;
};
export interface StoredFields {
  [name: string]: Held<unknown>;
}

type ValueOf<F> = F extends { [holds]?: () => infer T } ? T : never;
type OptionalKey<F> = { [K in keyof F]: undefined extends ValueOf<F[K]> ? K : never }[keyof F];
type Plain<T> = { [K in keyof T]: T[K] };

/** What is stored under a set of fields: the type of a part of a document. */
export type PartOf<F extends StoredFields> = Plain<
  { [K in Exclude<keyof F, OptionalKey<F>>]: ValueOf<F[K]> } & {
    [K in OptionalKey<F>]?: Exclude<ValueOf<F[K]>, undefined>;
  }
>;

/** The type of a stored document, read lean; its fields are all that there is to write. */
export type RecordOf<F extends StoredFields> = F extends { _id: unknown }
  ? PartOf<F>
  : Plain<{ _id: Types.ObjectId } & PartOf<F>>;

/** Absent, it reads as this. Without one the field is there from the first day of its collection, or `optional`. */
interface Default<T> {
  default: T | (() => T);
}

const field = <T>(type: unknown, options: Partial<Default<T>> & object = {}): StoredField<T> => ({
  type,
  ...('default' in options ? {} : { required: true }),
  ...options,
});

/** Not empty, unless it has a default. */
export const text = <T extends string = string>(byDefault?: Default<NoInfer<T>>): StoredField<T> =>
  field<T>(String, byDefault);
export const number = (options?: Default<number> | { min: number; max: number }): StoredField<number> =>
  field(Number, options);
export const flag = (byDefault?: Default<boolean>): StoredField<boolean> => field(Boolean, byDefault);
export const date = (byDefault?: Default<Date>): StoredField<Date> => field(Date, byDefault);
export const id = (): StoredField<Types.ObjectId> => field(Schema.Types.ObjectId);
/** The id of a document of that model. */
export const ref = (model: string): StoredField<Types.ObjectId> =>
  ({ ...id(), ref: model }) as StoredField<Types.ObjectId>;

export const oneOf = <const T extends string>(values: readonly T[], byDefault?: Default<NoInfer<T>>): StoredField<T> =>
  ({ ...field(String, byDefault), enum: [...values] }) as StoredField<T>;

/** Absent, it reads as null. */
export const nullable = <T>(inner: StoredField<T>): StoredField<T | null> =>
  ({ ...inner, required: false, default: null }) as StoredField<T | null>;

/** May be absent, and then reads as absent. */
export const optional = <T>(inner: StoredField<T>): StoredField<T | undefined> =>
  ({ ...inner, required: false, default: undefined }) as StoredField<T | undefined>;

/** Of single values. Absent, it reads as empty. */
export const list = <T>(each: StoredField<T>): StoredField<T[]> =>
  ({ type: [{ ...each, required: false }] }) as StoredField<T[]>;

/** Of objects without an id of their own. Absent, it reads as empty. */
export const listOf = <F extends StoredFields>(each: F): StoredField<PartOf<F>[]> =>
  ({ type: [schemaOf(each, { _id: false })] }) as StoredField<PartOf<F>[]>;

/** A list that no document was ever stored without. */
export const required = <T>(inner: StoredField<T[]>): StoredField<T[]> => ({ ...inner, required: true });

/** An object that is stored as a whole; `nullable` where there may be none. */
export const part = <F extends StoredFields>(fields: F): StoredField<PartOf<F>> =>
  ({ type: schemaOf(fields, { _id: false }), required: true }) as StoredField<PartOf<F>>;

/** An object that is always there: where it is absent, or something in it, that reads as its defaults. */
export const group = <F extends StoredFields>(fields: F): Held<PartOf<F>> => fields as Held<PartOf<F>>;

/** When a document was made and last changed; Mongoose keeps both. */
export const stamps = {
  createdAt: { type: Date, immutable: true } as StoredField<Date>,
  updatedAt: { type: Date } as StoredField<Date>,
} satisfies StoredFields;

/** A schema of these fields and of nothing else. All are made here, so that no type stands beside a schema. */
export function schemaOf<F extends StoredFields>(fields: F, options: SchemaOptions = {}): Schema<RecordOf<F>> {
  const timestamps = fields.updatedAt === stamps.updatedAt;
  return new Schema(fields as never, { ...options, ...(timestamps && { timestamps }) } as never) as unknown as Schema<
    RecordOf<F>
  >;
}
