import type { TypedExpression } from '../../../checker/typed-program.js';
import type { PlanCode } from '../plan-code.js';
import { lowerCall } from './lower-call.js';
import { lowerChain } from './lower-chain.js';
import { lowerMethod } from './lower-method.js';
import { asDouble, boxed, operation, place, type Lowered, type Lowering } from './lowering.js';
import { lowerUnary } from './lower-unary.js';

type Of<K extends TypedExpression['kind']> = Extract<TypedExpression, { kind: K }>;

/** One expression; recursion is bounded by the nesting of the formula. */
export function lowerExpression(lowering: Lowering, expression: TypedExpression): Lowered {
  switch (expression.kind) {
    case 'number':
      return { code: { kind: 'number', value: expression.value }, as: 'double' };
    case 'interval':
      return { code: { kind: 'number', value: expression.value }, as: 'timeinterval' };
    case 'string':
      return { code: stringCode(lowering, expression.value), as: 'string' };
    case 'deallocation':
      return { code: stringCode(lowering, expression.value), as: 'deallocationOption' };
    case 'userVariable':
      return lowerVariable(lowering, expression);
    case 'target': {
      const site = { kind: 'target', target: expression.target } as const;
      return { code: operation(lowering, 'target', site), as: 'double' };
    }
    case 'deallocationVariable': {
      const code = operation(lowering, 'deallocation', place(expression));
      return { code, as: 'deallocationOption' };
    }
    case 'scalar': {
      const site = { kind: 'scalar', variable: expression.variable } as const;
      return { code: operation(lowering, 'scalar', site), as: 'double' };
    }
    case 'metric': {
      const site = place(expression, 'never', expression.name);
      return { code: operation(lowering, 'metric', site), as: 'never' };
    }
    case 'undefined':
      return lowerUndefined(lowering, expression);
    case 'unary':
      return lowerUnary(lowering, expression, lowerExpression);
    case 'chain':
      return lowerChain(lowering, expression, lowerExpression);
    case 'conditional':
      return lowerConditional(lowering, expression);
    case 'call':
      return lowerCall(lowering, expression, lowerExpression);
    case 'method':
      return lowerMethod(lowering, expression, lowerExpression);
    case 'member':
      return lowerMember(lowering, expression);
    case 'misplaced': {
      const receiver = lowerExpression(lowering, expression.receiver);
      const site = place(expression, receiver.as, expression.text);
      return { code: operation(lowering, 'misplaced', site, receiver.code), as: 'never' };
    }
  }
}

function stringCode({ strings }: Lowering, text: string): PlanCode {
  return { kind: 'string', index: strings.push(text) - 1 };
}

function lowerUndefined(lowering: Lowering, expression: Of<'undefined'>): Lowered {
  const site = place(expression, 'never', expression.name);
  return { code: operation(lowering, 'undefinedSymbol', site), as: 'never' };
}

function lowerVariable(lowering: Lowering, expression: Of<'userVariable'>): Lowered {
  // A name is a variable from its first assignment on.
  const slot = lowering.current.get(expression.index)!;
  return { code: { kind: 'slot', slot }, as: lowering.slots[slot]!.representation };
}

function lowerConditional(lowering: Lowering, expression: Of<'conditional'>): Lowered {
  const test = lowerExpression(lowering, expression.condition);
  const condition = asDouble(lowering, test, expression.condition);
  const whenTrue = lowerExpression(lowering, expression.whenTrue);
  const whenFalse = lowerExpression(lowering, expression.whenFalse);
  const as =
    whenTrue.as === whenFalse.as || whenFalse.as === 'never'
      ? whenTrue.as
      : whenTrue.as === 'never'
        ? whenFalse.as
        : 'boxed';
  const branch = (value: Lowered, at: TypedExpression): PlanCode =>
    as === 'boxed' ? boxed(lowering, value, at) : value.code;
  const code: PlanCode = {
    kind: 'conditional',
    condition,
    whenTrue: branch(whenTrue, expression.whenTrue),
    whenFalse: branch(whenFalse, expression.whenFalse),
  };
  return { code, as };
}

function lowerMember(lowering: Lowering, { object, member, span }: Of<'member'>): Lowered {
  const { code, as } = lowerExpression(lowering, object);
  const site = { kind: 'member', member, span, operand: as } as const;
  const name = as === 'timestamp' ? 'member' : 'memberOfAny';
  return { code: operation(lowering, name, site, code), as: 'double' };
}
