import * as supports from '../src/supports.js';

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ');

const command = ([name, fields]: [string, readonly string[]]): string =>
  fields.length > 0 ? `\`${name}\` (${fields.join(', ')})` : `\`${name}\``;

const ROWS: [family: string, supported: () => string, absent: readonly string[], unknown: number][] = [
  [
    'commands and their fields',
    () => Object.entries(supports.COMMANDS).map(command).join('; '),
    supports.ABSENT_COMMANDS,
    59,
  ],
  ['fields of every command', () => code(supports.COMMON_FIELDS), supports.ABSENT_FIELDS, 40415],
  ['fields of one update', () => code(supports.STATEMENT_FIELDS.update), [], 40415],
  ['fields of one delete', () => code(supports.STATEMENT_FIELDS.delete), [], 40415],
  [
    'filter operators',
    () => code([...supports.LOGICAL_OPERATORS, ...supports.FILTER_OPERATORS]),
    [...supports.ABSENT_FILTER_OPERATORS],
    2,
  ],
  ['update operators', () => code(supports.UPDATE_OPERATORS), supports.ABSENT_UPDATE_OPERATORS, 9],
  ['stages of an update', () => code(supports.UPDATE_STAGES), [], 72],
  ['stages', () => code(supports.STAGES), supports.ABSENT_STAGES, 40324],
  ['accumulators', () => code(supports.ACCUMULATORS), supports.ABSENT_ACCUMULATORS, 15952],
  ['expressions', () => code(supports.EXPRESSIONS), supports.ABSENT_EXPRESSIONS, 168],
  ['index options', () => code(supports.INDEX_OPTIONS), supports.ABSENT_INDEX_OPTIONS, 197],
  ['operators in a partial index', () => code(supports.PARTIAL_OPERATORS), [], 67],
];

const TABLE_START = '<!-- table: printed by `npm run table` -->';
const TABLE_END = '<!-- end of table -->';

/** The support list as the README shows it. */
export function supportTable(): string {
  const rows = ROWS.map(
    ([family, supported, absent, unknown]) => `| ${family} | ${supported()} | ${code(absent) || '–'} | ${unknown} |`,
  );
  return ['| what | supported | refused with 238 | anything else |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The README with the table of today. */
export function withTable(readme: string): string {
  const [before, rest] = readme.split(TABLE_START);
  const [, after] = (rest ?? '').split(TABLE_END);
  return `${before}${TABLE_START}\n\n${supportTable()}\n\n${TABLE_END}${after}`;
}
