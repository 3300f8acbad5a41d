import { type Model, model, type Schema } from 'mongoose';
import { leanDefaults } from './lean-defaults.js';

/** A collection. All are made here, so that every read of every one fills in what a document lacks (FR-10). */
export function createModel<T>(name: string, schema: Schema<T>, collection?: string): Model<T> {
  leanDefaults(schema as unknown as Schema);
  return model<T>(name, schema, collection);
}
