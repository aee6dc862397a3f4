import type { Span } from '../base/text/source-text.js';
import type { TypedExpression, TypedProgram, TypedStatement } from '../checker/typed-program.js';
import { functionImplementations } from './built-ins/functions.js';
import { memberOf } from './built-ins/members.js';
import { methodImplementations } from './built-ins/methods.js';
import { double, isTrue, toDouble } from './conversions.js';
import type { EvaluationState } from './evaluation-state.js';
import { applyBinary, applyUnary } from './operators.js';
import {
  memberOfOther,
  metricAsValue,
  misplacedAccess,
  readDeallocation,
  readScalar,
  toOption,
  undefinedSymbol,
} from './read-names.js';
import { readTarget } from './targets.js';
import type { Value } from './value.js';

type Chain = Extract<TypedExpression, { kind: 'chain' }>;

/** Runs the statements in order. Failures and stop() leave it as exceptions of `failure.ts`. */
export function runProgram(state: EvaluationState, program: TypedProgram): void {
  for (const statement of program.statements) runStatement(state, statement);
}

function runStatement(state: EvaluationState, statement: TypedStatement): void {
  const value = evaluate(state, statement.value);
  if (statement.kind === 'expression') return;
  const { destination } = statement;
  const { span } = statement.value;
  switch (destination.kind) {
    case 'user':
      state.userValues[destination.index] = value;
      break;
    case 'target': {
      const number = toDouble(state, value, span);
      const assigned = state.targets[destination.target];
      if (destination.alias) assigned.alias = number;
      else assigned.full = number;
      break;
    }
    case 'deallocation': {
      const option = toOption(state, value, span);
      if (destination.alias) state.deallocation.alias = option;
      else state.deallocation.full = option;
      break;
    }
  }
}

/** The value of one expression; operands and arguments from left to right, one branch of a ternary only. */
function evaluate(state: EvaluationState, expression: TypedExpression): Value {
  const value = valueOf(state, expression);
  state.observe?.(expression, value);
  return value;
}

function valueOf(state: EvaluationState, expression: TypedExpression): Value {
  const { span } = expression;
  switch (expression.kind) {
    case 'number':
      return double(expression.value);
    case 'string':
      return { type: 'string', value: expression.value };
    case 'interval':
      return { type: 'timeinterval', value: expression.value };
    case 'deallocation':
      return { type: 'deallocationOption', value: expression.value };
    case 'userVariable':
      return state.userValues[expression.index] ?? undefinedSymbol(expression.name, span);
    case 'target':
      return double(readTarget(state, expression.target));
    case 'deallocationVariable':
      return { type: 'deallocationOption', value: readDeallocation(state, span) };
    case 'scalar':
      return double(readScalar(state, expression.variable));
    case 'metric':
      return metricAsValue(state, expression.name, span);
    case 'undefined':
      return undefinedSymbol(expression.name, span);
    case 'unary': {
      let value = evaluate(state, expression.operand);
      for (let i = expression.operators.length - 1; i >= 0; i--) {
        value = applyUnary(state, expression.operators[i]!, value, span);
      }
      return value;
    }
    case 'chain':
      return evaluateChain(state, expression);
    case 'conditional': {
      const condition = evaluate(state, expression.condition);
      return isTrue(toDouble(state, condition, expression.condition.span))
        ? evaluate(state, expression.whenTrue)
        : evaluate(state, expression.whenFalse);
    }
    case 'call': {
      const values = expression.arguments.map((argument) => evaluate(state, argument));
      const spans = expression.arguments.map((argument) => argument.span);
      const name = expression.function;
      return functionImplementations[name]({ state, name, values, spans, span });
    }
    case 'method': {
      const { method, metric, metricName, orderMatters, parenthesis } = expression;
      const values = expression.arguments.map((argument) => evaluate(state, argument));
      const spans = expression.arguments.map((argument) => argument.span);
      const receiver = { metric, metricName, orderMatters, parenthesis };
      return methodImplementations[method]({
        state,
        name: method,
        values,
        spans,
        span,
        ...receiver,
      });
    }
    case 'member': {
      const object = evaluate(state, expression.object);
      if (object.type === 'timestamp')
        return double(memberOf(state, object.value, expression.member));
      return memberOfOther(state, object, expression.member, span);
    }
    case 'misplaced': {
      const receiver = evaluate(state, expression.receiver);
      return misplacedAccess(state, receiver, expression.text, span);
    }
  }
}

function evaluateChain(state: EvaluationState, { first, links, span }: Chain): Value {
  let value = evaluate(state, first);
  for (const { operator, right } of links) {
    if (operator === '&&' || operator === '||') {
      const decided = isTrue(toDouble(state, value, span)) === (operator === '||');
      if (decided && state.profile.logicalOperators === 'short-circuit') {
        state.unverified.add('logicalOperators');
        value = double(operator === '||' ? 1 : 0);
        continue;
      }
      value = decided
        ? applyDecided(state, operator, value, right, span)
        : applyBinary(state, operator, value, evaluate(state, right), span);
      continue;
    }
    value = applyBinary(state, operator, value, evaluate(state, right), span);
  }
  return value;
}

/** && or || whose left side decides. That the right one fails matters only if the service evaluates it at all. */
function applyDecided(
  state: EvaluationState,
  operator: '&&' | '||',
  left: Value,
  right: TypedExpression,
  span: Span,
): Value {
  try {
    return applyBinary(state, operator, left, evaluate(state, right), span);
  } catch (failure) {
    state.unverified.add('logicalOperators');
    throw failure;
  }
}
