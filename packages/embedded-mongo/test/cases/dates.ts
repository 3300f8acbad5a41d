import { type ExpressionCase, expressionCases } from './case.js';

const at = new Date('2014-01-01T08:15:39.736Z');
const NEW_YORK = 'America/New_York';
export const DATES: ExpressionCase[] = [
  ...expressionCases('$dateToString', [
    [{ $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M:%S.%L' } }, '2014-01-01 08:15:39.736', { at }],
    [
      { $dateToString: { date: '$at', format: '%G-W%V-%u %j %z %Z', timezone: NEW_YORK } },
      '2014-W01-3 001 -0500 -300',
      { at },
    ],
    [{ $dateToString: { date: '$at' } }, '2014-01-01T08:15:39.736Z', { at }],
    [{ $dateToString: { date: '$none', onNull: 'none' } }, 'none'],
    [{ $dateToString: { date: '$at', format: '%H:%M', timezone: '+05:30' } }, '13:45', { at }],
  ]),
  ...expressionCases('$dateTrunc', [
    [{ $dateTrunc: { date: '$at', unit: 'month' } }, new Date('2014-01-01T00:00:00Z'), { at }],
    [{ $dateTrunc: { date: '$at', unit: 'day', timezone: NEW_YORK } }, new Date('2014-01-01T05:00:00Z'), { at }],
    [{ $dateTrunc: { date: '$at', unit: 'week', startOfWeek: 'monday' } }, new Date('2013-12-30T00:00:00Z'), { at }],
    [{ $dateTrunc: { date: '$at', unit: 'hour', binSize: 2 } }, new Date('2014-01-01T08:00:00Z'), { at }],
    [{ $dateTrunc: { date: '$at', unit: 'quarter' } }, new Date('2014-01-01T00:00:00Z'), { at }],
  ]),
  ...expressionCases('$dateAdd', [
    [
      { $dateAdd: { startDate: '$at', unit: 'month', amount: 1 } },
      new Date('2020-11-30T10:00:00Z'),
      { at: new Date('2020-10-31T10:00:00Z') },
    ],
    [
      { $dateAdd: { startDate: '$at', unit: 'day', amount: 1, timezone: NEW_YORK } },
      new Date('2026-03-08T14:00:00Z'),
      { at: new Date('2026-03-07T15:00:00Z') },
    ],
    [
      { $dateAdd: { startDate: '$at', unit: 'hour', amount: 24, timezone: NEW_YORK } },
      new Date('2026-03-08T15:00:00Z'),
      { at: new Date('2026-03-07T15:00:00Z') },
    ],
  ]),
  ...expressionCases('$dateSubtract', [
    [{ $dateSubtract: { startDate: '$at', unit: 'year', amount: 1 } }, new Date('2013-01-01T08:15:39.736Z'), { at }],
  ]),
  ...expressionCases('$dateDiff', [
    [{ $dateDiff: { startDate: '$at', endDate: new Date('2014-03-01T00:00:00Z'), unit: 'month' } }, 2, { at }],
    [{ $dateDiff: { startDate: '$at', endDate: new Date('2014-01-02T00:00:00Z'), unit: 'day' } }, 1, { at }],
  ]),
  ...expressionCases('$year', [
    [{ $year: '$at' }, 2014, { at }],
    [{ $year: { date: '$at', timezone: '-10' } }, 2013, { at }],
  ]),
  ...expressionCases('$month', [[{ $month: '$at' }, 1, { at }]]),
  ...expressionCases('$dayOfMonth', [[{ $dayOfMonth: { date: '$at', timezone: 'Pacific/Honolulu' } }, 31, { at }]]),
  ...expressionCases('$dayOfYear', [[{ $dayOfYear: '$at' }, 1, { at }]]),
  ...expressionCases('$dayOfWeek', [[{ $dayOfWeek: '$at' }, 4, { at }]]),
  ...expressionCases('$isoDayOfWeek', [[{ $isoDayOfWeek: '$at' }, 3, { at }]]),
  ...expressionCases('$hour', [[{ $hour: '$at' }, 8, { at }]]),
  ...expressionCases('$minute', [[{ $minute: '$at' }, 15, { at }]]),
  ...expressionCases('$second', [[{ $second: '$at' }, 39, { at }]]),
  ...expressionCases('$millisecond', [[{ $millisecond: '$at' }, 736, { at }]]),
];
