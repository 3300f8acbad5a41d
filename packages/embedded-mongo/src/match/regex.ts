import { RE2JS } from 're2js';
import { MongoFailure } from '../errors.js';
import { Regex, type Value } from '../bson/types.js';

const FLAGS: Record<string, number> = { i: RE2JS.CASE_INSENSITIVE, m: RE2JS.MULTILINE, s: RE2JS.DOTALL, u: 0 };
const MAX_PATTERN = 10_000;

const invalid = (why: string): MongoFailure => new MongoFailure(51091, `Regular expression is invalid: ${why}`);

/** Parts that mean something else in PCRE, the engine of MongoDB, than here; refused rather than answered wrongly. */
const OTHERWISE: [pattern: RegExp, name: string][] = [
  [/\\Q/, '\\Q…\\E'],
  [/\\v/, '\\v'],
  [/\(\?[a-zA-Z]*m/, 'the inline flag m (use $options)'],
];

/** A character class, a pair of a backslash and what it escapes, or any other character. */
const PIECES = /\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\\[\s\S]|[\s\S]/g;

/**
 * PCRE lets `$` stand before a last line break as well. Only whether a string matches is asked here, so the break may
 * be taken into the match.
 */
const dollarLikePcre = (pattern: string): string =>
  pattern.replace(PIECES, (piece) => (piece === '$' ? '(?:\\n?\\z)' : piece));

/** Compiles a pattern with an engine whose time is linear in the text, or refuses what that engine does not have. */
export function compileRegex(regex: Regex): (text: string) => boolean {
  if (regex.pattern.length > MAX_PATTERN) throw invalid('the pattern is too long');
  const other = OTHERWISE.find(([part]) => part.test(regex.pattern));
  if (other) throw invalid(`${other[1]} is not supported by the embedded database`);
  let flags = 0;
  for (const flag of regex.flags) {
    if (FLAGS[flag] === undefined) throw invalid(`the flag '${flag}' is not supported by the embedded database`);
    flags |= FLAGS[flag];
  }
  const pattern = regex.flags.includes('m') ? regex.pattern : dollarLikePcre(regex.pattern);
  try {
    const compiled = RE2JS.compile(pattern, flags);
    return (text) => compiled.matcher(text).find();
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown syntax';
    throw invalid(`${reason} (lookaround and backreferences are not supported by the embedded database)`);
  }
}

/** Reads `$regex` with its `$options`. */
export function regexOf(pattern: Value, options: Value | undefined): Regex {
  if (options !== undefined && typeof options !== 'string') throw new MongoFailure(2, '$options has to be a string');
  if (pattern instanceof Regex) return new Regex(pattern.pattern, options ?? pattern.flags);
  if (typeof pattern !== 'string') throw new MongoFailure(2, '$regex has to be a string');
  return new Regex(pattern, options ?? '');
}

/** Tests strings, and stored regular expressions for being the same one. */
export function regexTest(regex: Regex): (value: Value | undefined) => boolean {
  const matches = compileRegex(regex);
  return (value) =>
    typeof value === 'string'
      ? matches(value)
      : value instanceof Regex && value.pattern === regex.pattern && value.flags === regex.flags;
}
