// What one source file imports, exports and calls, by TypeScript's own parser.
import ts from 'typescript';

const IMPURE_CALLS = [
  'Date',
  'Date.now',
  'performance.now',
  'Math.random',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'fetch',
  'setTimeout',
  'setInterval',
];

const isAmbient = (node) => {
  for (let at = node; at; at = at.parent)
    if (ts.isModuleDeclaration(at) && at.modifiers?.some((mark) => mark.kind === ts.SyntaxKind.DeclareKeyword))
      return true;
  return false;
};

function importOf(node) {
  if (ts.isImportDeclaration(node))
    return { specifier: node.moduleSpecifier.text, typeOnly: node.importClause?.isTypeOnly ?? false };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { specifier: node.argument.literal.text, typeOnly: true };
  const [argument] = ts.isCallExpression(node) ? node.arguments : [];
  if (argument && node.expression.kind === ts.SyntaxKind.ImportKeyword && ts.isStringLiteralLike(argument))
    return { specifier: argument.text, typeOnly: false };
  return null;
}

function isDefaultExport(node) {
  if (ts.isExportAssignment(node)) return !node.isExportEquals;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.DefaultKeyword)
  );
}

function impurityOf(node, source) {
  if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date' && !node.arguments?.length)
    return 'new Date()';
  if (ts.isPropertyAccessExpression(node) && node.getText(source) === 'Temporal.Now') return 'Temporal.Now';
  if (!ts.isCallExpression(node)) return null;
  const name = node.expression.getText(source).replace(/^globalThis\./, '');
  return IMPURE_CALLS.includes(name) ? `${name}()` : null;
}

export function readModule(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = {
    path,
    lines: text.split('\n').length - 1,
    imports: [],
    interfaces: [],
    defaultExports: [],
    impure: [],
  };
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const visit = (node) => {
    const imported = importOf(node);
    if (imported) found.imports.push({ ...imported, line: lineOf(node) });
    if (ts.isInterfaceDeclaration(node) && !isAmbient(node)) found.interfaces.push(lineOf(node));
    if (isDefaultExport(node)) found.defaultExports.push(lineOf(node));
    const impure = impurityOf(node, source);
    if (impure) found.impure.push({ what: impure, line: lineOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
