import { partsOf } from '../../checker/parts-of.js';
import type { TypedExpression, TypedStatement } from '../../checker/typed-program.js';
import { formatValue } from '../../evaluator/display/format-value.js';
import type { Value } from '../../evaluator/value.js';
import type { StepOutcome } from '../run/evaluate-step.js';
import type { StatementValues, SubValue } from '../test-report.js';
import { makingStatements, type Subject } from './making-statements.js';

type Values = ReadonlyMap<TypedExpression, Value>;

/** What is written shows its own value. */
const literals: ReadonlySet<TypedExpression['kind']> = new Set([
  'number',
  'string',
  'interval',
  'deallocation',
]);

/** Where the operator stands that follows an operand: past blanks, comments and closing parentheses. */
function operatorAfter(text: string, end: number): number {
  const gap = /(?:[\s)]|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
  gap.lastIndex = end;
  return end + (gap.exec(text)?.[0].length ?? 0);
}

function anchorOf(expression: TypedExpression, text: string): number {
  switch (expression.kind) {
    case 'chain': {
      const operands = partsOf(expression);
      return operatorAfter(text, operands.at(-2)!.span.end);
    }
    case 'conditional':
      return operatorAfter(text, expression.condition.span.end);
    case 'member':
      return expression.span.end - expression.member.length;
    default:
      return expression.span.start;
  }
}

function collect(
  expression: TypedExpression,
  values: Values,
  text: string,
  found: SubValue[],
): void {
  for (const part of partsOf(expression)) collect(part, values, text, found);
  const value = values.get(expression);
  if (value === undefined || literals.has(expression.kind)) return;
  const { span } = expression;
  found.push({ span, anchor: anchorOf(expression, text), value: formatValue(value) });
}

/** How many statements ran: the first one without a value is the last that was tried. */
function executedStatements(statements: readonly TypedStatement[], values: Values): number {
  const failed = statements.findIndex(({ value }) => !values.has(value));
  return failed < 0 ? statements.length : failed + 1;
}

/** The statements that made a wrong value, with the values of their parts. */
export function explainFailure(
  { formula, values }: Extract<StepOutcome, { kind: 'evaluated' }>,
  subject: Subject,
): readonly StatementValues[] {
  const { statements, userVariables } = formula.program;
  const executed = executedStatements(statements, values);
  return makingStatements(statements, userVariables, executed, subject).map(({ span, value }) => {
    const found: SubValue[] = [];
    collect(value, values, formula.source.text, found);
    return { span, values: found };
  });
}
