import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { leanDeclarations } from './lean-declarations.js';

const lean = (code: string) => {
  const { transform } = leanDeclarations() as unknown as {
    transform: { handler: (code: string) => { code: string } | null };
  };
  return transform.handler.call({ parse: parseAst }, code)?.code ?? null;
};

test('of a declaration only its address is left in the page', () => {
  const code = `
export const params = { id: id() };
export const read = route({ method: "get", path: "/a/:id", allow: ["doctor"], params, answer: answers(), summary: "Reads { it }." });
export const say = event({ name: "say", allow: ["doctor"], payload: { to: id() }, ack: nothing(), summary: "Says it." });
export const told = serverEvent({ summary: "Told.", name: "told", payload: answers(), to: "everybody" });
`;
  expect(lean(code)).toBe(`
export const params = { id: id() };
export const read = { method: "get", path: "/a/:id" };
export const say = { name: "say" };
export const told = { name: "told" };
`);
});

test('what only the rest of it named is not imported any more', () => {
  const code = `import { register as fields } from "./accounts.js";
import { ROLES, rolesOf } from "./roles.js";
import { route } from "./route.js";
export const all = rolesOf();
export const sign = route({ method: "post", path: "/fields/:id", allow: ROLES, body: fields });
`;
  expect(lean(code)).toBe(`
import { ROLES, rolesOf } from "./roles.js";

export const all = rolesOf();
export const sign = { method: "post", path: "/fields/:id" };
`);
});

test('what declares nothing stays as it is', () => {
  expect(lean('export const ROLES = ["patient"]; export const id = () => pattern(/a/);')).toBeNull();
});
