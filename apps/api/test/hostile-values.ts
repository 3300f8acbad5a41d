/** With own keys that an object literal would not have. */
const json = (text: string): unknown => JSON.parse(text);

/** No field of the contract takes any of these: each is a bad request wherever it stands. */
export const NEVER: unknown[] = [
  { $gt: '' },
  { $ne: null },
  { $where: 'sleep(1000)' },
  { $regex: '.*' },
  json('{"__proto__":{"admin":true}}'),
  json('{"constructor":{"prototype":{"admin":true}}}'),
  json('{"toString":1,"valueOf":2,"hasOwnProperty":3}'),
  { length: 1e9 },
  ['x'],
  [[[]]],
  [null],
  [{ $gt: '' }],
  json('['.repeat(2000) + ']'.repeat(2000)),
  json('{"a":'.repeat(2000) + '1' + '}'.repeat(2000)),
  Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`key${index}`, index])),
];

/** Text that has broken servers before: no field may break on it, some may take it. */
export const HOSTILE_TEXT = [
  ...['', ' ', '0', '-1', '1e999', '0x10', 'NaN', 'Infinity', 'null', 'undefined', 'true', '[object Object]'],
  ...['a\u0000b', '\u0000', '\ud800', 'lone \udfff\ud83d', '\u202egnp.exe', '\ufeff', 'e\u0301'.repeat(200), '💣💥'],
  ...['\r\nSet-Cookie: token=x', '../../../../etc/passwd', '%00', '%', '%E0%A4%A', "' OR 1=1 --", '{{7*7}}', '${7*7}'],
  ...['<script>alert(1)</script>', '$where', '$gt', 'a.b.c', '__proto__', 'constructor', '(a+)+$', '[', '\\', '*'],
  ...['0000-01-01', '0001-01-01', '9999-12-31', '2026-02-30', '2026-13-01', '24:00', '25:61', 'Etc/GMT+99', '+00000'],
  ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-12-31T23:59:60Z', '2026-02-30T10:00:00Z'],
  ...['2026-01-01T24:00:00Z', '2026-01-01T10:00:00+99:99', '275760-09-13T00:00:00Z', 'z'.repeat(24), '0'.repeat(24)],
  ...[
    'f'.repeat(24),
    'a'.repeat(10_000),
    ' '.repeat(10_000),
    '\ud800'.repeat(5000),
    '('.repeat(300),
    'data:image/png;base64,AAAA',
  ],
  ...['data:image/svg+xml;base64,PHN2Zy8+', 'j:{"$gt":""}', 'javascript:alert(1)', '/api/uploads/' + 'f'.repeat(24)],
  ...['A+', 'Pacific/Auckland', 'doctor', 'pending', 'x@y', `${'x'.repeat(250)}@example.test`, '+64 21 555 0100'],
];

/** Places in a list that the server never made. */
export const FORGED_CURSORS = [
  [1e300, 'f'.repeat(24)],
  [-1e300, 'f'.repeat(24)],
  [8.65e15, 'f'.repeat(24)],
  ['\ud800\u0000', 'f'.repeat(24)],
  ['a', 'f'.repeat(24)],
  [0, ''],
  [null, null],
  [{ $gt: '' }, { $gt: '' }],
  { length: 2 },
  null,
].map((place) => Buffer.from(JSON.stringify(place)).toString('base64url'));

export const HOSTILE: unknown[] = [
  ...[null, true, false, 0, -0, -1, 0.5, 1e21, -1e308, 1e308, 2 ** 53, -(2 ** 31) - 1, [], {}],
  ...HOSTILE_TEXT,
  ...FORGED_CURSORS,
];

/** Whole payloads that no route and no event takes. */
export const NO_PAYLOADS: unknown[] = [
  [],
  ['x'],
  { $gt: '' },
  { $where: '1' },
  { 'a.b': 1 },
  { unknownField: 1 },
  json('{"__proto__":{"admin":true}}'),
  json('{"constructor":{"prototype":{}}}'),
];
