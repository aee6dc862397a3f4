import { partsOf } from '../../checker/parts-of.js';
import type { TypedExpression, TypedProgram } from '../../checker/typed-program.js';

/** A node of the typed tree; its key is the same in every compilation of the same text. */
export interface CoverageNode {
  readonly key: string;
  readonly expression: TypedExpression;
  /** Whether true and false must both be seen. */
  readonly isCondition: boolean;
  readonly parts: readonly CoverageNode[];
}

const truthOperators: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=', '&&', '||']);

/** Whether the value of an expression is a truth value by its own operator. */
function isTruthValue(expression: TypedExpression): boolean {
  if (expression.kind === 'chain') return truthOperators.has(expression.links.at(-1)!.operator);
  return expression.kind === 'unary' && expression.operators[0] === '!';
}

/** The parts of an expression that are read as true or false. */
function readAsTruth(expression: TypedExpression): readonly TypedExpression[] {
  switch (expression.kind) {
    case 'conditional':
      return [expression.condition];
    case 'unary':
      return expression.operators.at(-1) === '!' ? [expression.operand] : [];
    case 'chain':
      return ['&&', '||'].includes(expression.links[0]!.operator)
        ? partsOf(expression)
        : [];
    default:
      return [];
  }
}

function nodeOf(expression: TypedExpression, isRead: boolean): CoverageNode {
  const { kind, span } = expression;
  const truths = readAsTruth(expression);
  return {
    key: `${span.start} ${span.end} ${kind}`,
    expression,
    // A number that stands as a condition has one outcome only.
    isCondition: (isRead || isTruthValue(expression)) && kind !== 'number',
    parts: partsOf(expression).map((part) => nodeOf(part, truths.includes(part))),
  };
}

/** The nodes of a formula, one tree a statement. */
export function coverageNodes({ statements }: TypedProgram): readonly CoverageNode[] {
  return statements.map(({ value }) => nodeOf(value, false));
}
