import type { PluginObj, types } from '@babel/core';
import { compile } from '../../packages/locales/src/catalogs.js';

const keyOf = (property: types.ObjectExpression['properties'][number]) =>
  property.type === 'ObjectProperty' && property.key.type === 'Identifier' ? property.key.name : null;

/**
 * Compiles the English that the macro leaves in the code, `{ id, message: '{count, plural, …}' }`: the built page has
 * nothing that could read ICU messages, which would be a tenth of the first load.
 */
export const compiledEnglish = ({ types: t }: { types: typeof types }): PluginObj => ({
  visitor: {
    Program: {
      // After the macro, which runs on leaving the program too.
      exit: (program) =>
        program.traverse({
          ObjectExpression({ node }) {
            if (!node.leadingComments?.some(({ value }) => value.trim() === 'i18n')) return;
            for (const property of node.properties) {
              if (keyOf(property) !== 'message' || property.type !== 'ObjectProperty') continue;
              if (property.value.type === 'StringLiteral')
                property.value = t.valueToNode(compile(property.value.value));
            }
          },
        }),
    },
  },
});
