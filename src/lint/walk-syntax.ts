import type { Span } from '../base/text/source-text.js';
import type { Expression, FormulaSyntax, Statement } from '../parser/ast.js';

type Visitor = (expression: Expression) => void;

/** Calls `visit` for every expression of a formula, parents before their parts. */
export function visitExpressions({ statements }: FormulaSyntax, visit: Visitor): void {
  for (const statement of statements) {
    const value = valueOf(statement);
    if (value !== undefined) visitWithParts(value, visit);
  }
}

function valueOf(statement: Statement): Expression | undefined {
  switch (statement.kind) {
    case 'assignment':
      return statement.value;
    case 'expression':
      return statement.expression;
    case 'broken':
      return statement.readable === undefined ? undefined : valueOf(statement.readable);
  }
}

function visitWithParts(expression: Expression, visit: Visitor): void {
  visit(expression);
  const visitPart = (part: Expression): void => {
    visitWithParts(part, visit);
  };
  switch (expression.kind) {
    case 'number':
    case 'string':
    case 'name':
    case 'invalid':
      return;
    case 'parenthesized':
      visitPart(expression.expression);
      return;
    case 'vector':
      expression.elements.forEach(visitPart);
      return;
    case 'call':
      expression.arguments.forEach(visitPart);
      return;
    case 'access':
      visitPart(expression.receiver);
      for (const access of expression.accesses) {
        if (access.kind === 'method') access.arguments.forEach(visitPart);
      }
      return;
    case 'unary':
      visitPart(expression.operand);
      return;
    case 'chain':
      visitPart(expression.first);
      for (const { right } of expression.links) visitPart(right);
      return;
    case 'conditional':
      visitPart(expression.condition);
      visitPart(expression.whenTrue);
      visitPart(expression.whenFalse);
  }
}

/** A variable name as written. */
export interface VariableUse {
  readonly name: string;
  readonly span: Span;
  readonly assigned: boolean;
}

/** Every use of a variable in the order of the text. */
export function variableUses(syntax: FormulaSyntax): readonly VariableUse[] {
  const uses: VariableUse[] = [];
  for (const statement of syntax.statements) {
    const known = statement.kind === 'broken' ? statement.readable : statement;
    if (known?.kind !== 'assignment') continue;
    uses.push({ name: known.name.text, span: known.name.span, assigned: true });
  }
  visitExpressions(syntax, (expression) => {
    if (expression.kind !== 'name') return;
    uses.push({ name: expression.name, span: expression.span, assigned: false });
  });
  return uses.sort((a, b) => a.span.start - b.span.start);
}
