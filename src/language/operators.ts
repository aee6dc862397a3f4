import type { StaticType } from './static-type.js';

export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type RelationalOperator = '<' | '<=' | '>' | '>=' | '==' | '!=';
export type LogicalOperator = '&&' | '||';
export type BinaryOperator = ArithmeticOperator | RelationalOperator | LogicalOperator;
export type UnaryOperator = '-' | '!';

export interface BinaryRow {
  readonly left: StaticType;
  readonly operators: readonly BinaryOperator[];
  readonly right: StaticType;
  readonly result: StaticType;
  readonly documentation: string;
}

export interface UnaryRow {
  readonly operators: readonly UnaryOperator[];
  readonly operand: StaticType;
  readonly result: StaticType;
  readonly documentation: string;
}

const arithmetic: readonly BinaryOperator[] = ['+', '-', '*', '/'];
const relational: readonly BinaryOperator[] = ['<', '<=', '==', '>=', '>', '!='];

function row(
  left: StaticType,
  operators: readonly BinaryOperator[],
  right: StaticType,
  result: StaticType,
  documentation: string,
): BinaryRow {
  return { left, operators, right, result, documentation };
}

/** The documented operator table (language.md section 3); a combination that is not here is a type error. */
export const binaryRows: readonly BinaryRow[] = [
  row('double', arithmetic, 'double', 'double', 'Arithmetic on doubles.'),
  row('double', ['*'], 'timeinterval', 'timeinterval', 'A multiple of an interval.'),
  row('timeinterval', ['*', '/'], 'double', 'timeinterval', 'A multiple or a part of an interval.'),
  row('doubleVec', arithmetic, 'double', 'doubleVec', 'The operation on each component.'),
  row('doubleVec', arithmetic, 'doubleVec', 'doubleVec', 'The operation component by component.'),
  row(
    'timeinterval',
    ['+', '-'],
    'timeinterval',
    'timeinterval',
    'Sum or difference of intervals.',
  ),
  row('timeinterval', ['+'], 'timestamp', 'timestamp', 'A later instant.'),
  row('timestamp', ['+'], 'timeinterval', 'timestamp', 'A later instant.'),
  row('timestamp', ['-'], 'timestamp', 'timeinterval', 'Time between two instants.'),
  row('double', relational, 'double', 'double', '1 where it holds, otherwise 0.'),
  row('string', relational, 'string', 'double', 'By code unit; 1 where it holds, otherwise 0.'),
  row('timestamp', relational, 'timestamp', 'double', '1 where it holds, otherwise 0.'),
  row('timeinterval', relational, 'timeinterval', 'double', '1 where it holds, otherwise 0.'),
  row(
    'double',
    ['&&', '||'],
    'double',
    'double',
    '1 or 0; a double counts as true unless it is 0.',
  ),
];

export const unaryRows: readonly UnaryRow[] = [
  { operators: ['-'], operand: 'double', result: 'double', documentation: 'Negative value.' },
  { operators: ['!'], operand: 'double', result: 'double', documentation: '1 for 0, otherwise 0.' },
  {
    operators: ['-'],
    operand: 'timeinterval',
    result: 'timeinterval',
    documentation: 'Negative interval.',
  },
];

export function binaryResult(
  operator: BinaryOperator,
  left: StaticType,
  right: StaticType,
): StaticType | undefined {
  return binaryRows.find(
    (each) => each.left === left && each.right === right && each.operators.includes(operator),
  )?.result;
}

export function unaryResult(operator: UnaryOperator, operand: StaticType): StaticType | undefined {
  return unaryRows.find((each) => each.operand === operand && each.operators.includes(operator))
    ?.result;
}

export function isArithmetic(operator: BinaryOperator): operator is ArithmeticOperator {
  return arithmetic.includes(operator);
}

const binaryOperators: ReadonlySet<string> = new Set(
  binaryRows.flatMap(({ operators }) => operators),
);

export function isBinaryOperator(operator: string): operator is BinaryOperator {
  return binaryOperators.has(operator);
}
