import { ObjectId } from 'mongodb';
import { type ExpressionCase, expressionCases } from './case.js';
import { DATES } from './dates.js';

const NUMBERS: ExpressionCase[] = [
  ...expressionCases('$add', [
    [{ $add: ['$a', 2, 3] }, 6, { a: 1 }],
    [{ $add: ['$at', 1000] }, new Date(2000), { at: new Date(1000) }],
    [{ $add: ['$none', 1] }, null],
  ]),
  ...expressionCases('$subtract', [
    [{ $subtract: [5, 7] }, -2],
    [{ $subtract: ['$b', '$a'] }, 500, { a: new Date(1000), b: new Date(1500) }],
    [{ $subtract: ['$b', 500] }, new Date(1000), { b: new Date(1500) }],
  ]),
  ...expressionCases('$multiply', [[{ $multiply: ['$a', 2.5] }, 5, { a: 2 }]]),
  ...expressionCases('$divide', [
    [{ $divide: [7, 2] }, 3.5],
    [{ $divide: [null, 2] }, null],
  ]),
  ...expressionCases('$mod', [
    [{ $mod: [7, 4] }, 3],
    [{ $mod: [-7, 4] }, -3],
  ]),
  ...expressionCases('$abs', [
    [{ $abs: -4 }, 4],
    [{ $abs: null }, null],
  ]),
  ...expressionCases('$ceil', [
    [{ $ceil: 7.2 }, 8],
    [{ $ceil: -2.8 }, -2],
  ]),
  ...expressionCases('$floor', [
    [{ $floor: 7.8 }, 7],
    [{ $floor: -2.8 }, -3],
  ]),
  ...expressionCases('$trunc', [
    [{ $trunc: [1234.567, 2] }, 1234.56],
    [{ $trunc: -7.8 }, -7],
    [{ $trunc: [19, -1] }, 10],
  ]),
  ...expressionCases('$round', [
    [{ $round: [19.25, 1] }, 19.2],
    [{ $round: [28.73, 1] }, 28.7],
    [{ $round: 2.5 }, 2],
    [{ $round: 3.5 }, 4],
    [{ $round: [1234, -2] }, 1200],
  ]),
  ...expressionCases('$sum', [
    [{ $sum: '$a' }, 6, { a: [1, 2, 3, 'x'] }],
    [{ $sum: ['$a', '$b'] }, 3, { a: 1, b: 2 }],
  ]),
  ...expressionCases('$avg', [
    [{ $avg: '$a' }, 2, { a: [1, 3] }],
    [{ $avg: '$none' }, null],
  ]),
  ...expressionCases('$min', [
    [{ $min: '$a' }, 1, { a: [3, 1, 2] }],
    [{ $min: ['$a', 5] }, 5],
  ]),
  ...expressionCases('$max', [[{ $max: ['$a', 5] }, 7, { a: 7 }]]),
];

const LOGIC: ExpressionCase[] = [
  ...expressionCases('$eq', [
    [{ $eq: ['$a', 5] }, true, { a: 5 }],
    [{ $eq: ['$none', null] }, false],
  ]),
  ...expressionCases('$ne', [[{ $ne: ['$a', 5] }, false, { a: 5 }]]),
  ...expressionCases('$gt', [
    [{ $gt: ['$a', 3] }, true, { a: 5 }],
    [{ $gt: ['a', 9] }, true],
  ]),
  ...expressionCases('$gte', [[{ $gte: [5, 5] }, true]]),
  ...expressionCases('$lt', [[{ $lt: ['$none', 1] }, true]]),
  ...expressionCases('$lte', [[{ $lte: [6, 5] }, false]]),
  ...expressionCases('$cmp', [
    [{ $cmp: [1, 2] }, -1],
    [{ $cmp: ['b', 'a'] }, 1],
  ]),
  ...expressionCases('$and', [
    [{ $and: [1, 'green'] }, true],
    [{ $and: [] }, true],
    [{ $and: [null, true] }, false],
  ]),
  ...expressionCases('$or', [
    [{ $or: [true, false] }, true],
    [{ $or: [null, 0] }, false],
  ]),
  ...expressionCases('$not', [
    [{ $not: [true] }, false],
    [{ $not: [[false]] }, false],
    [{ $not: [null] }, true],
  ]),
  ...expressionCases('$cond', [
    [{ $cond: { if: { $gte: ['$q', 250] }, then: 30, else: 20 } }, 30, { q: 300 }],
    [{ $cond: [false, 1, 2] }, 2],
  ]),
  ...expressionCases('$ifNull', [
    [{ $ifNull: ['$none', null, 'x'] }, 'x'],
    [{ $ifNull: ['$a', 'x'] }, 1, { a: 1 }],
  ]),
  ...expressionCases('$switch', [
    [{ $switch: { branches: [{ case: { $eq: ['$a', 1] }, then: 'one' }], default: 'other' } }, 'one', { a: 1 }],
    [{ $switch: { branches: [{ case: false, then: 1 }], default: 2 } }, 2],
  ]),
  ...expressionCases('$literal', [
    [{ $literal: '$1' }, '$1'],
    [{ $literal: { $add: [1, 2] } }, { $add: [1, 2] }],
  ]),
  ...expressionCases('$let', [
    [{ $let: { vars: { total: { $add: ['$a', 1] } }, in: { $multiply: ['$$total', 2] } } }, 6, { a: 2 }],
  ]),
];

const TEXTS: ExpressionCase[] = [
  ...expressionCases('$concat', [
    [{ $concat: ['$a', ' - ', '$b'] }, 'x - y', { a: 'x', b: 'y' }],
    [{ $concat: ['a', null] }, null],
  ]),
  ...expressionCases('$toLower', [
    [{ $toLower: 'ABC1' }, 'abc1'],
    [{ $toLower: null }, ''],
  ]),
  ...expressionCases('$toUpper', [[{ $toUpper: 'abc' }, 'ABC']]),
  ...expressionCases('$trim', [
    [{ $trim: { input: '  ab  ' } }, 'ab'],
    [{ $trim: { input: ' ggggoodbyeeeee', chars: 'ge ' } }, 'oodby'],
  ]),
  ...expressionCases('$split', [[{ $split: ['June-15-2013', '-'] }, ['June', '15', '2013']]]),
  ...expressionCases('$substrCP', [
    [{ $substrCP: ['cafétéria', 0, 5] }, 'cafét'],
    [{ $substrCP: ['abcde', 1, 2] }, 'bc'],
  ]),
  ...expressionCases('$strLenCP', [
    [{ $strLenCP: 'cafeteria' }, 9],
    [{ $strLenCP: { $literal: '$€λA' } }, 4],
  ]),
  ...expressionCases('$strcasecmp', [
    [{ $strcasecmp: ['13q1', '13Q4'] }, -1],
    [{ $strcasecmp: ['a', 'A'] }, 0],
  ]),
];

const HEX = '507f1f77bcf86cd799439011';
const CONVERSIONS: ExpressionCase[] = [
  ...expressionCases('$toString', [
    [{ $toString: 2.5 }, '2.5'],
    [{ $toString: true }, 'true'],
    [{ $toString: '$i' }, HEX, { i: new ObjectId(HEX) }],
    [{ $toString: new Date(0) }, '1970-01-01T00:00:00.000Z'],
  ]),
  ...expressionCases('$toInt', [
    [{ $toInt: 5.9 }, 5],
    [{ $toInt: '-5' }, -5],
    [{ $toInt: true }, 1],
  ]),
  ...expressionCases('$toDouble', [
    [{ $toDouble: '-5.5' }, -5.5],
    [{ $toDouble: false }, 0],
  ]),
  ...expressionCases('$toBool', [
    [{ $toBool: 0 }, false],
    [{ $toBool: 'false' }, true],
    [{ $toBool: null }, null],
  ]),
  ...expressionCases('$toDate', [
    [{ $toDate: '2018-03-03' }, new Date('2018-03-03')],
    [{ $toDate: 120000000000.5 }, new Date(120000000000)],
  ]),
  ...expressionCases('$toObjectId', [[{ $toObjectId: HEX }, new ObjectId(HEX)]]),
  ...expressionCases('$type', [
    [{ $type: '$a' }, 'int', { a: 8 }],
    [{ $type: '$none' }, 'missing'],
    [{ $type: '$a' }, 'double', { a: 41.63 }],
    [{ $type: '$a' }, 'array', { a: [1] }],
  ]),
  ...expressionCases('$isNumber', [
    [{ $isNumber: '$a' }, true, { a: 8 }],
    [{ $isNumber: '8' }, false],
  ]),
];

const ARRAYS: ExpressionCase[] = [
  ...expressionCases('$isArray', [
    [{ $isArray: ['$a'] }, true, { a: [] }],
    [{ $isArray: ['x'] }, false],
  ]),
  ...expressionCases('$size', [[{ $size: '$a' }, 2, { a: [1, 2] }]]),
  ...expressionCases('$in', [
    [{ $in: ['b', '$a'] }, true, { a: ['a', 'b'] }],
    [{ $in: [2, [[2]]] }, false],
  ]),
  ...expressionCases('$arrayElemAt', [
    [{ $arrayElemAt: [[1, 2, 3], 0] }, 1],
    [{ $arrayElemAt: [[1, 2, 3], -2] }, 2],
    [{ $arrayElemAt: [[1], 5] }, undefined],
  ]),
  ...expressionCases('$first', [
    [{ $first: '$a' }, 1, { a: [1, 2] }],
    [{ $first: '$a' }, undefined, { a: [] }],
  ]),
  ...expressionCases('$last', [[{ $last: '$a' }, 2, { a: [1, 2] }]]),
  ...expressionCases('$slice', [
    [{ $slice: [[1, 2, 3], 1, 1] }, [2]],
    [{ $slice: [[1, 2, 3], -2] }, [2, 3]],
    [{ $slice: [[1, 2, 3], 15, 2] }, []],
  ]),
  ...expressionCases('$concatArrays', [
    [{ $concatArrays: [['a'], ['b', 'c']] }, ['a', 'b', 'c']],
    [{ $concatArrays: [['a'], null] }, null],
  ]),
  ...expressionCases('$setUnion', [
    [
      {
        $size: {
          $setUnion: [
            ['a', 'b', 'a'],
            ['b', 'c'],
          ],
        },
      },
      3,
    ],
  ]),
  ...expressionCases('$setIntersection', [
    [
      {
        $setIntersection: [
          ['a', 'b'],
          ['c', 'b'],
        ],
      },
      ['b'],
    ],
  ]),
  ...expressionCases('$setDifference', [[{ $setDifference: [['a', 'b', 'a'], ['b']] }, ['a']]]),
  ...expressionCases('$reverseArray', [[{ $reverseArray: [[1, 2, 3]] }, [3, 2, 1]]]),
  ...expressionCases('$filter', [
    [{ $filter: { input: '$a', as: 'n', cond: { $gt: ['$$n', 1] } } }, [2, 3], { a: [1, 2, 3] }],
    [{ $filter: { input: '$a', cond: { $gt: ['$$this', 1] }, limit: 1 } }, [2], { a: [1, 2, 3] }],
  ]),
  ...expressionCases('$map', [
    [{ $map: { input: '$a', as: 'n', in: { $add: ['$$n', '$b'] } } }, [6, 7], { a: [1, 2], b: 5 }],
  ]),
  ...expressionCases('$reduce', [
    [{ $reduce: { input: ['a', 'b'], initialValue: '', in: { $concat: ['$$value', '$$this'] } } }, 'ab'],
  ]),
  ...expressionCases('$mergeObjects', [
    [{ $mergeObjects: ['$a', { x: 2 }, null] }, { x: 2, y: 1 }, { a: { x: 1, y: 1 } }],
  ]),
  ...expressionCases('$objectToArray', [[{ $objectToArray: '$a' }, [{ k: 'x', v: 1 }], { a: { x: 1 } }]]),
  ...expressionCases('$arrayToObject', [
    [{ $arrayToObject: { $literal: [{ k: 'x', v: 1 }] } }, { x: 1 }],
    [{ $arrayToObject: { $literal: [['x', 1]] } }, { x: 1 }],
  ]),
];

export const EXPRESSION_CASES: ExpressionCase[] = [...NUMBERS, ...LOGIC, ...TEXTS, ...CONVERSIONS, ...ARRAYS, ...DATES];
