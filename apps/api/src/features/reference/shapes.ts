import type { Schema } from '@health-connect/contract/field-schema';
import { html, type Html, words } from './html.js';

const nameIn = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
const listOf = (value: unknown) => (Array.isArray(value) ? value.filter(isSchema) : []);

/** A type in a few words; one with a name is a link to it. */
export function typeOf(schema: Schema): Html {
  const { $ref, type, items, prefixItems } = schema;
  if (typeof $ref === 'string') return html`<a href="#shape-${nameIn($ref)}">${nameIn($ref)}</a>`;
  if (Array.isArray(schema.enum))
    return html`${joined(schema.enum.map((value) => html`<code>${String(value)}</code>`))}`;
  if ('const' in schema) return html`<code>${String(schema.const)}</code>`;
  const either = [...listOf(schema.anyOf), ...listOf(schema.oneOf)];
  if (either.length > 0) return html`${joined(either.map(typeOf))}`;
  if (prefixItems)
    return html`list of ${listOf(prefixItems).map((item, index) => html`${index > 0 && ', '}${typeOf(item)}`)}`;
  if (type === 'array') return html`list of ${isSchema(items) ? typeOf(items) : 'anything'}`;
  const limits = limitsOf(schema);
  return html`${Array.isArray(type) ? type.join(' or ') : String(type ?? 'anything')}${limits && ` (${limits})`}`;
}

const joined = (parts: Html[]) => parts.map((part, index) => html`${index > 0 && ' or '}${part}`);

function limitsOf({ minLength, maxLength, minimum, maximum, format }: Schema): string {
  const range = (from: unknown, to: unknown, what: string) => {
    if (from === undefined && to === undefined) return '';
    return `${from === undefined ? 'up to ' : `${String(from)} to `}${to === undefined ? 'any' : String(to)}${what}`;
  };
  return [format, range(minLength, maxLength, ' characters'), range(minimum, maximum, '')].filter(Boolean).join(', ');
}

/** The fields of an object, those inside it indented. */
export function fieldsOf(schema: Schema): Html | null {
  const { properties, required } = inside(schema);
  if (!isSchema(properties)) return null;
  const needed = Array.isArray(required) ? required : [];
  const rows = Object.entries(properties).flatMap(([name, field]) =>
    isSchema(field) ? [row(name, field, needed.includes(name) ? null : 'optional')] : [],
  );
  return rows.length > 0 ? html`<dl>${rows}</dl>` : null;
}

/** One field, or one parameter. */
export const row = (name: string, schema: Schema, note: string | null): Html =>
  html`<dt><code>${name}</code> <span>${typeOf(schema)}${note && `, ${note}`}</span></dt>
    <dd>${typeof schema.description === 'string' && words(schema.description)} ${fieldsOf(schema)}</dd>`;

/** Of a list of objects without a name: the object. */
const inside = (schema: Schema): Schema =>
  !schema.$ref && schema.type === 'array' && isSchema(schema.items) && !schema.items.$ref ? schema.items : schema;
