import type { TypedExpression } from './typed-program.js';

/** The expressions directly inside an expression, in the order of the text. */
export function partsOf(expression: TypedExpression): readonly TypedExpression[] {
  switch (expression.kind) {
    case 'unary':
      return [expression.operand];
    case 'chain':
      return [expression.first, ...expression.links.map(({ right }) => right)];
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
    case 'call':
    case 'method':
      return expression.arguments;
    case 'member':
      return [expression.object];
    case 'misplaced':
      return [expression.receiver];
    default:
      return [];
  }
}
