import { checkSchema, type ParamSchema } from 'express-validator';
import { describe, expect, test } from 'vitest';
import {
  clearableDate,
  clearableLine,
  clearablePhone,
  clearableText,
  clockTime,
  decimal,
  email,
  type Field,
  flag,
  id,
  idList,
  instant,
  integer,
  languageTag,
  limitsOf,
  line,
  listFrom,
  listOf,
  localDate,
  object,
  oneOf,
  optional,
  personName,
  phone,
  rawText,
  someOf,
  text,
  timeZone,
} from './fields.js';
import type { Wrong } from './problems.js';
import { withProblems } from './rule-problems.js';

/** What a field makes of a value: the value that it lets through, or what it says against it. */
async function read(field: Field<unknown>, value: unknown): Promise<unknown> {
  const rule: ParamSchema = withProblems(field);
  for (const ours of ['inner', 'each']) Reflect.deleteProperty(rule, ours);
  const request = { body: { value } };
  const results = await Promise.all(checkSchema({ value: rule }, ['body']).map((chain) => chain.run(request)));
  const problem = results.flatMap((result) => result.array())[0];
  return problem ? { refused: problem.msg as Wrong } : request.body.value;
}

const ID = '65f0000000000000000000aa';

describe('a field lets through', () => {
  const kept: [string, Field<unknown>, unknown, unknown?][] = [
    ['an id', id(), ID],
    ['text, trimmed', text({ max: 5 }), '  abc ', 'abc'],
    ['nothing, to clear', clearableText(5), ''],
    ['raw text as it is', rawText({ max: 9 }), ' a b '],
    ['an address, in small letters', email(), ' Ana.Silva@Example.ORG ', 'ana.silva@example.org'],
    ['a phone number', phone(), '+64 (21) 555-0100'],
    ['no phone number, to clear', clearablePhone(), ''],
    ['an instant with its offset', instant(), '2026-11-24T16:00:00+13:00'],
    ['a date', localDate(), '2028-02-29'],
    ['no date, to clear', clearableDate(), ''],
    ['a time of day', clockTime(), '23:59'],
    ['a zone', timeZone(), 'America/Argentina/Buenos_Aires'],
    ['a number out of a query', integer({ min: 1, max: 100 }), '20', 20],
    ['a fraction out of a query', decimal({ min: 0, max: 5 }), '4.5', 4.5],
    ['a flag', flag(), false],
    ['a word of a list', oneOf(['video', 'chat']), 'chat'],
    ['some words of a list', someOf(['pending', 'scheduled']), 'pending,scheduled'],
    ['a list of ids', idList(2), [ID, ID]],
    ['a list of words, in its order', listFrom(['en', 'es'], { max: 2 }), ['es', 'en']],
    ['none of them', listFrom(['en', 'es'], { max: 2 }), []],
    ['a language', languageTag(), 'pt-BR'],
    ['no language, to clear', languageTag(), ''],
    ['a list', listOf({ name: text({ max: 5 }) }, { max: 1 }), [{ name: 'a' }]],
    ['an object', object({ name: text({ max: 5 }) }), { name: 'a' }],
    [
      'lines and tabs of a text, one spelling, no marks that turn its direction',
      text({ max: 40 }),
      'a\n\u202ab\u202c\tc\u0000 e\u0301',
      'a\nb\tc \u00e9',
    ],
    ['a Persian name with its joiner', personName(), 'علی\u200cرضا'],
    ['a Hindi name with its joiner', personName(), 'क्\u200dषिति'],
    ['an Arabic name with its marks', personName(), 'مُحَمَّد'],
    ['an Irish one', personName(), 'Siobhán O’Brien-Ní'],
    ['a Vietnamese one, composed', personName(), 'Nguye\u0302\u0303n', 'Nguy\u1ec5n'],
    ['a name of two signs', personName(), '李娜'],
    ['no label, to clear', clearableLine(5), ''],
    ['a label in words', line({ max: 20 }), 'MBChB, FRNZCGP'],
    ['nothing, where it is optional', optional(text({ max: 5 })), undefined],
  ];
  test.each(kept)('%s', async (_, field, value, as = value) => {
    expect(await read(field, value)).toEqual(as);
  });
});

describe('a field refuses', () => {
  const refused: [string, Field<unknown>, unknown[]][] = [
    ['what is not an id', id(), ['', ID.slice(1), `${ID}0`, { $gt: '' }, [ID], null, 7]],
    ['text of the wrong length or kind', text({ min: 2, max: 3 }), [' a ', 'abcd', ['ab'], 7, {}, null]],
    ['too long a text, also where it may be empty', clearableText(3), ['abcd', ['a'], null]],
    ['what is not an address', email(), ['a', 'a@b', `${'a'.repeat(250)}@b.org`, 'a\uD800@b.org', { $gt: '' }]],
    ['what is not a phone number', phone(), ['', '+', '12345', 'call me', ['+64 21 555 0100']]],
    ['a time without a zone', instant(), ['2026-11-24T16:00:00', '2026-11-24', '']],
    ['a day that does not exist', localDate(), ['2027-02-29', '2026-13-01', '24.11.2026', '']],
    ['a time of day that does not exist', clockTime(), ['24:00', '9:30', '09:60', '']],
    ['what is not a zone', timeZone(), ['', '+05:30', '../etc/passwd', 'Mars/Olympus;']],
    ['a number outside its range', integer({ min: 1, max: 100 }), [0, 101, 1.5, '', 'ten', [1]]],
    ['a fraction outside its range', decimal({ min: 0, max: 5 }), [-0.1, 5.1, 'x', [1]]],
    ['what is almost a flag', flag(), ['yes', 1, null, [true]]],
    ['a word that is not in the list', oneOf(['video', 'chat']), ['', 'Video', ['chat']]],
    ['words that are not in the list', someOf(['pending', 'scheduled']), ['', 'pending,', 'pending,lost']],
    ['too many ids, or what is none', idList(1), [[ID, ID], ['x'], [{ $gt: '' }], ID]],
    [
      'other words, the same twice, too many, or no list',
      listFrom(['en', 'es', 'fr'], { max: 2 }),
      [['en', 'xx'], ['en', 'en'], ['en', 'es', 'fr'], ['^e'], [['en']], [{ $gt: '' }], [null], 'en', { 0: 'en' }],
    ],
    ['what is no language tag', languageTag(), ['e', 'español', 'es_MX', 'es-', '.*', 'x'.repeat(40), ['es'], null]],
    ['too long a list, or none', listOf({ a: flag() }, { max: 1 }), [[{}, {}], {}, 'a']],
    ['what is not an object', object({ a: flag() }), [[], 'a', null]],
    [
      'a name with control, direction or invisible characters, or of nothing else',
      personName(),
      [
        'An\u0000a',
        'An\na',
        'Ana\u202egnp',
        'Ana\u2066x',
        'Ana\u200f',
        '\u061cAna',
        'An\u200ba',
        'An\u00ada',
        'An\ufeffa',
      ]
        .concat('Ana\u200d', '\u200cAna', 'Ana \u200d Silva', 'A\u2028na', 'An\ud800a', 'Ana\u{e0041}')
        .concat('\u3164\u3164', '\u2800\u2800', '\u115f\u1160', '\u200d\u200d', '\u0301\u0301', 'A'),
    ],
    ['a label that could not be seen', clearableLine(9), ['\u3164', '\u202ex', 'a\nb']],
    ['nothing, where it is needed', text({ max: 5 }), [undefined]],
  ];
  test.each(refused)('%s', async (_, field, values) => {
    for (const value of values)
      expect(await read(field, value), JSON.stringify(value)).toMatchObject({
        refused: { problem: expect.any(String) },
      });
  });
});

describe('what is refused is told by a problem, with what its words need', () => {
  const told: [Field<unknown>, unknown, Wrong][] = [
    [text({ max: 3 }), '  ', { problem: 'empty' }],
    [text({ max: 3 }), 'abcd', { problem: 'too_long', params: { max: 3 } }],
    [rawText({ min: 8, max: 72 }), 'abc', { problem: 'too_short', params: { min: 8 } }],
    // A sign of two halves is one character.
    [rawText({ min: 3, max: 72 }), '\u{1f600}\u{1f600}', { problem: 'too_short', params: { min: 3 } }],
    [text({ max: 3 }), ['a'], { problem: 'not_text' }],
    [email(), 'a@b', { problem: 'not_an_email' }],
    [phone(), 'call me', { problem: 'not_a_phone' }],
    [integer({ min: 1, max: 9 }), 'ten', { problem: 'not_a_whole_number', params: { min: 1, max: 9 } }],
    [integer({ min: 1, max: 9 }), [1], { problem: 'not_one_value' }],
    [oneOf(['video', 'chat', '']), 'phone', { problem: 'not_listed', params: { values: ['video', 'chat'] } }],
    [someOf(['a', 'b']), 'c', { problem: 'not_some_listed', params: { values: ['a', 'b'] } }],
    [idList(2), 'x', { problem: 'not_a_list_of_ids', params: { max: 2 } }],
    [listOf({ a: flag() }, { max: 1 }), 'x', { problem: 'not_a_list', params: { max: 1 } }],
  ];
  test.each(told)('%#', async (field, value, wrong) => {
    expect(await read(field, value)).toEqual({ refused: wrong });
  });
});

test('a form learns from a field whether it must be filled and how long it may be', () => {
  expect(limitsOf(text({ min: 2, max: 100 }))).toEqual({ required: true, minLength: 2, maxLength: 100 });
  expect(limitsOf(text({ max: 80 }))).toEqual({ required: true, maxLength: 80 });
  expect(limitsOf(clearableText(500))).toEqual({ required: false, maxLength: 500 });
  expect(limitsOf(optional(rawText({ min: 8, max: 72 })))).toEqual({ required: false, minLength: 8, maxLength: 72 });
  expect(limitsOf(oneOf(['a']))).toEqual({ required: true });
});

test('an optional field is the same field but for that', () => {
  const field = text({ max: 5 });
  expect(optional(field)).toEqual({ ...field, optional: true });
  expect(field).not.toHaveProperty('optional');
});
