import { compileMessageOrThrow, type CompiledMessage } from '@lingui/message-utils/compileMessage';

/** What a translation may neither lose nor invent: what is filled in, `{name}`, and the elements of a sentence, `<0>`. */
function filledIn(message: string): string[] {
  const found = new Set<string>();
  const read = (tokens: CompiledMessage | string) => {
    if (typeof tokens === 'string') {
      for (const [, tag] of tokens.matchAll(/<(\w+)\/?>/g)) found.add(`<${tag}>`);
      return;
    }
    for (const token of tokens) {
      if (typeof token === 'string') read(token);
      else readArgument(token);
    }
  };
  const readArgument = ([name, type, format]: Exclude<CompiledMessage[number], string>) => {
    found.add(`{${name}}`);
    if (type !== 'plural' && type !== 'select' && type !== 'selectordinal') return;
    const branches = format as Record<string, CompiledMessage | number>;
    if (!Object.hasOwn(branches, 'other')) throw new Error(`{${name}} has no branch \`other\``);
    for (const [key, branch] of Object.entries(branches)) {
      if (key !== 'offset') read(branch as CompiledMessage);
    }
  };
  read(compileMessageOrThrow(message));
  return [...found].sort();
}

/** Why a translation cannot stand for its message, or null. */
export function problemOf(message: string, translation: string): string | null {
  try {
    const [wanted, given] = [filledIn(message), filledIn(translation)];
    const lost = wanted.filter((name) => !given.includes(name));
    const invented = given.filter((name) => !wanted.includes(name));
    if (lost.length > 0) return `lacks ${lost.join(', ')}`;
    if (invented.length > 0) return `has ${invented.join(', ')}, which the English has not`;
    return null;
  } catch (error) {
    return `is no ICU message: ${error instanceof Error ? error.message : String(error)}`;
  }
}
