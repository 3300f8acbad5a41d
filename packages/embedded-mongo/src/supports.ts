/**
 * Everything this server supports, in one place. The code refuses from these lists, the README's table is printed from
 * them, and a test goes through them entry by entry.
 */

type Word<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Word<Rest> : Text;

/** A list of names, written as lines of text. */
const words = <Text extends string>(...lines: Text[]): readonly Word<Text>[] =>
  lines.flatMap((line) => line.split(' ')) as Word<Text>[];

/** Fields that every command takes. */
export const COMMON_FIELDS = words('$db lsid $clusterTime $readPreference comment maxTimeMS readConcern writeConcern');

/** Commands with their own fields. */
export const COMMANDS = {
  hello: words('helloOk client compression loadBalanced topologyVersion maxAwaitTimeMS backpressure'),
  isMaster: words('helloOk client compression loadBalanced topologyVersion maxAwaitTimeMS backpressure'),
  ping: [],
  buildInfo: [],
  endSessions: [],
  find: words('filter sort projection skip limit batchSize singleBatch hint allowDiskUse'),
  getMore: words('collection batchSize'),
  killCursors: words('cursors'),
  insert: words('documents ordered bypassDocumentValidation'),
  update: words('updates ordered bypassDocumentValidation'),
  delete: words('deletes ordered'),
  findAndModify: words('query sort remove update new fields upsert arrayFilters hint bypassDocumentValidation'),
  aggregate: words('pipeline cursor hint allowDiskUse'),
  count: words('query limit skip hint'),
  distinct: words('key query'),
  explain: words('verbosity'),
  createIndexes: words('indexes'),
  listIndexes: words('cursor'),
  dropIndexes: words('index'),
  listCollections: words('filter nameOnly cursor authorizedCollections'),
  create: [],
  drop: [],
  dropDatabase: [],
} satisfies Record<string, readonly string[]>;

export type CommandName = keyof typeof COMMANDS;

/** Fields of one entry in `updates`, `deletes` and `indexes`. */
export const STATEMENT_FIELDS = {
  update: words('q u multi upsert arrayFilters hint'),
  delete: words('q limit hint'),
};

/** Commands and command fields that MongoDB has and this server refuses with code 238. */
export const ABSENT_COMMANDS: readonly string[] = words(
  'abortTransaction authenticate bulkWrite collMod collStats commitTransaction compact convertToCapped',
  'currentOp dbStats killOp listDatabases mapReduce renameCollection replSetGetStatus saslContinue',
  'saslStart serverStatus validate',
);

export const ABSENT_FIELDS: readonly string[] = words(
  'allowPartialResults autocommit autoIndexId awaitData capped changeStreamPreAndPostImages',
  'clusteredIndex collation commitQuorum encryptedFields exhaust expireAfterSeconds indexOptionDefaults let max min',
  'noCursorTimeout oplogReplay returnKey sampleRate showRecordId size sort startTransaction',
  'storageEngine tailable timeseries txnNumber validationAction validationLevel validator viewOn',
);

export const LOGICAL_OPERATORS = words('$and $or $nor $expr $comment');

export const FILTER_OPERATORS: ReadonlySet<string> = new Set<string>(
  words('$eq $ne $gt $gte $lt $lte $in $nin $exists $type $not $regex $options $elemMatch $all $size $mod'),
);

export const ABSENT_FILTER_OPERATORS: ReadonlySet<string> = new Set<string>(
  words(
    '$bitsAllClear $bitsAllSet $bitsAnyClear $bitsAnySet $geoIntersects $geoWithin $jsonSchema $near',
    '$nearSphere $rand $sampleRate $text $where',
  ),
);

export const UPDATE_OPERATORS = words(
  '$set $setOnInsert $unset $inc $mul $min $max $rename $currentDate $push $addToSet $pull $pullAll',
  '$pop',
);

export type UpdateOperator = (typeof UPDATE_OPERATORS)[number];

export const ABSENT_UPDATE_OPERATORS: readonly string[] = words('$bit');

/** Stages that an update written as a pipeline may use. */
export const UPDATE_STAGES = words('$set $addFields $unset $project $replaceRoot $replaceWith');

export const STAGES = words(
  '$match $sort $limit $skip $project $set $addFields $unset $unwind $group $count $sortByCount',
  '$replaceRoot $replaceWith $lookup $facet',
);

export type StageName = (typeof STAGES)[number];

export const ABSENT_STAGES: readonly string[] = words(
  '$bucket $bucketAuto $changeStream $collStats $currentOp $densify $documents $fill $geoNear',
  '$graphLookup $indexStats $merge $out $redact $sample $search $setWindowFields $unionWith',
);

export const ACCUMULATORS = words('$sum $avg $min $max $first $last $push $addToSet $count');

export type AccumulatorName = (typeof ACCUMULATORS)[number];

export const ABSENT_ACCUMULATORS: readonly string[] = words(
  '$accumulator $bottom $bottomN $firstN $lastN $maxN $median $mergeObjects $minN $percentile',
  '$stdDevPop $stdDevSamp $top $topN',
);

export const EXPRESSIONS = words(
  '$literal $eq $ne $gt $gte $lt $lte $cmp $and $or $not $cond $ifNull $switch $add $subtract $multiply',
  '$divide $mod $abs $ceil $floor $trunc $round $sum $avg $min $max $concat $toLower $toUpper $trim',
  '$split $substrCP $strLenCP $strcasecmp $toString $toInt $toDouble $toBool $toDate $toObjectId $type',
  '$isNumber $isArray $size $in $arrayElemAt $first $last $slice $concatArrays $setUnion',
  '$setIntersection $setDifference $reverseArray $filter $map $reduce $let $mergeObjects $objectToArray',
  '$arrayToObject $dateToString $dateTrunc $dateAdd $dateSubtract $dateDiff $year $month $dayOfMonth',
  '$dayOfYear $dayOfWeek $isoDayOfWeek $hour $minute $second $millisecond',
);

export type ExpressionName = (typeof EXPRESSIONS)[number];

/** Expressions that MongoDB has and this server refuses with code 238; all others are unknown. */
export const ABSENT_EXPRESSIONS: readonly string[] = words(
  '$accumulator $allElementsTrue $anyElementTrue $convert $dateFromParts $dateFromString $dateToParts',
  '$exp $function $getField $indexOfArray $indexOfCP $isoWeek $isoWeekYear $ln $log $ltrim $meta $pow',
  '$rand $range $regexFind $regexFindAll $regexMatch $replaceAll $replaceOne $rtrim $setEquals',
  '$setField $setIsSubset $sortArray $sqrt $substr $toDecimal $toLong $week $zip',
);

export const INDEX_OPTIONS = words('key name v unique sparse partialFilterExpression expireAfterSeconds background');

export const ABSENT_INDEX_OPTIONS: readonly string[] = words(
  '2dsphereIndexVersion bits collation default_language dropDups hidden language_override max min',
  'storageEngine textIndexVersion weights wildcardProjection',
);

/** What the filter of a partial index may say. */
export const PARTIAL_OPERATORS = words('$eq $gt $gte $lt $lte $in $exists $type $and');
