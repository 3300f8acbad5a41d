import ts from 'typescript';

const { SyntaxKind } = ts;

/** Operators, each with the one that a slip would put in its place. */
const SWAPPED = {
  [SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [SyntaxKind.LessThanToken]: '<=',
  [SyntaxKind.LessThanEqualsToken]: '<',
  [SyntaxKind.GreaterThanToken]: '>=',
  [SyntaxKind.GreaterThanEqualsToken]: '>',
  [SyntaxKind.AmpersandAmpersandToken]: '||',
  [SyntaxKind.BarBarToken]: '&&',
  [SyntaxKind.PlusToken]: '-',
  [SyntaxKind.MinusToken]: '+',
};

/** What one place of the code could wrongly be; none where nothing is decided. */
function* slipsAt(node) {
  if (ts.isBinaryExpression(node) && SWAPPED[node.operatorToken.kind])
    yield [node.operatorToken, SWAPPED[node.operatorToken.kind]];
  if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken)
    yield [node, node.operand.getText()];
  if (node.kind === SyntaxKind.TrueKeyword) yield [node, 'false'];
  if (node.kind === SyntaxKind.FalseKeyword) yield [node, 'true'];
  // A guard that never holds, and one that always does.
  if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
    const test = ts.isIfStatement(node) ? node.expression : node.condition;
    yield [test, 'false'];
    yield [test, 'true'];
  }
  // A field of a filter or update that is left out, an element of a list too.
  if (ts.isObjectLiteralExpression(node))
    for (const property of node.properties) if (ts.isSpreadAssignment(property)) yield [property, '...{}'];
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) yield [node, '[]'];
  if (ts.isCallExpression(node) && ts.isExpressionStatement(node.parent)) yield [node, 'undefined'];
}

/** Every copy of a source with one such slip: `{ text, line, was, is }`. */
export function mutantsOf(source) {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const found = [];
  const look = (node) => {
    if (
      ts.isTypeNode(node) ||
      ts.isImportDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node)
    )
      return;
    for (const [place, is] of slipsAt(node)) {
      const [start, end] = [place.getStart(file), place.getEnd()];
      const text = source.slice(0, start) + is + source.slice(end);
      const line = file.getLineAndCharacterOfPosition(start).line + 1;
      found.push({ text, line, was: source.split('\n')[line - 1], is: text.split('\n')[line - 1] });
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}
