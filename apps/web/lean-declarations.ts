import type { Plugin } from 'vite';

/** What the page needs of a declaration: where to send. Who may, what is validated and how it is described, the server knows. */
const KEPT: Record<string, readonly string[]> = {
  route: ['method', 'path'],
  event: ['name'],
  serverEvent: ['name'],
};

interface Node {
  type: string;
  start: number;
  end: number;
}
interface Call extends Node {
  callee: Node & { name?: string };
  arguments: (Node & { properties?: (Node & { key?: { name?: string } })[] })[];
}
type Declarator = { init?: Call | null };
type Specifier = Node & { local: { name: string } };
type Statement = Node & { declaration?: { declarations?: Declarator[] } | null; specifiers?: Specifier[] };

/** Every name that code uses, its imports apart. */
function namesIn(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const part of node) namesIn(part, found);
  else if (node && typeof node === 'object') {
    const { type, name } = node as { type?: string; name?: unknown };
    if (type === 'Identifier' && typeof name === 'string') found.add(name);
    if (type !== 'ImportDeclaration') namesIn(Object.values(node), found);
  }
  return found;
}

/** Without the imports that nothing names any more: with them the fields would come into the chunk of whoever sends. */
function withoutUnused(code: string, body: readonly Statement[]): string {
  const used = namesIn(body);
  return body
    .filter(({ type, specifiers }) => type === 'ImportDeclaration' && specifiers?.length)
    .filter(({ specifiers }) => !specifiers!.some(({ local }) => used.has(local.name)))
    .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), code);
}

/**
 * Leaves of every `route`, `event` and `serverEvent` in the built page only its address: their fields, errors and summaries
 * would be a fiftieth of the first load. See docs/decisions/032.
 */
export const leanDeclarations = (): Plugin => ({
  name: 'lean-declarations',
  apply: 'build',
  enforce: 'post',
  transform: {
    filter: { id: /\/packages\/contract\/src\/[\w-]+\.ts$/ },
    handler(code) {
      const body = this.parse(code).body as unknown as Statement[];
      const calls = body
        .flatMap(({ declaration }) => declaration?.declarations ?? [])
        .flatMap(({ init }) => init ?? []);
      let lean = code;
      for (const call of calls.reverse()) {
        const kept = call.type === 'CallExpression' ? KEPT[call.callee.name ?? ''] : undefined;
        const properties = call.arguments?.[0]?.properties;
        if (!kept || !properties) continue;
        const parts = properties.filter(({ key }) => kept.includes(key?.name ?? ''));
        const object = `{ ${parts.map(({ start, end }) => code.slice(start, end)).join(', ')} }`;
        lean = lean.slice(0, call.start) + object + lean.slice(call.end);
      }
      if (lean === code) return null;
      return { code: withoutUnused(lean, this.parse(lean).body as unknown as Statement[]), map: null };
    },
  },
});
