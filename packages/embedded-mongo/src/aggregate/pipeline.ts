import { MongoFailure, notImplemented } from '../errors.js';
import { isDoc, type Value } from '../bson/types.js';
import { ABSENT_STAGES, type StageName, STAGES } from '../supports.js';
import { $group, $sortByCount } from './group.js';
import { $facet, $lookup } from './joins.js';
import { $addFields, $project, $replaceRoot, $replaceWith, $unset } from './reshape.js';
import { $count, $limit, $match, $skip, $sort, $unwind } from './select.js';
import type { Stage, StageCompiler } from './stage.js';

const COMPILERS: Record<StageName, StageCompiler> = {
  $match,
  $sort,
  $limit,
  $skip,
  $project,
  $set: $addFields,
  $addFields,
  $unset,
  $unwind,
  $group,
  $count,
  $sortByCount,
  $replaceRoot,
  $replaceWith,
  $lookup,
  $facet,
};

const MAX_STAGES = 1000;

/** Name and operand of one stage; throws for what is unknown or not supported. */
export function readStage(stage: Value, allowed: readonly string[] = STAGES): [StageName, Value] {
  if (!isDoc(stage) || stage.size !== 1) {
    throw new MongoFailure(40323, 'A pipeline stage specification object must contain exactly one field.');
  }
  const [name, operand] = [...stage][0]!;
  if (ABSENT_STAGES.includes(name)) throw notImplemented(`the stage ${name}`);
  if (!(STAGES as readonly string[]).includes(name))
    throw new MongoFailure(40324, `Unrecognized pipeline stage name: '${name}'`);
  if (!allowed.includes(name)) throw new MongoFailure(72, `the stage ${name} is not allowed here`);
  return [name as StageName, operand];
}

/** Compiles a pipeline whole, before any document is read. */
export function compilePipeline(stages: Value | undefined, allowed: readonly string[] = STAGES): Stage {
  if (!Array.isArray(stages)) throw new MongoFailure(14, "'pipeline' option must be specified as an array");
  if (stages.length > MAX_STAGES) throw new MongoFailure(7749501, `a pipeline has at most ${MAX_STAGES} stages`);
  const compiled = stages.map((stage) => {
    const [name, operand] = readStage(stage, allowed);
    return COMPILERS[name](operand, (inner) => compilePipeline(inner));
  });
  return (docs, run) => compiled.reduce((input, stage) => stage(input, run), docs);
}
