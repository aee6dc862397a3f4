import type { NodeDeallocationOption } from '../autoscale-run.js';
import type { Run } from './operations/operation.js';
import { operations } from './operations/table.js';
import type { PlanCode, PlanProgram, PlanStatement, Step } from './plan-code.js';
import type { Execute, PlanState } from './plan-state.js';
import type { Held } from './representation.js';

/** An expression of a plan as a function. */
type Evaluate = (state: PlanState) => Held;
type EvaluateStep = (state: PlanState, soFar: Held) => Held;

/** A plan as nested closures, for places where code must not be generated (a page under a content security policy). */
export function closuresOf(program: PlanProgram): Execute {
  const statements = program.statements.map((statement) => statementOf(program, statement));
  return (state) => {
    state.slots = [];
    for (const statement of statements) statement(state);
  };
}

function statementOf(program: PlanProgram, statement: PlanStatement): Execute {
  const value = evaluateOf(program, statement.value);
  switch (statement.kind) {
    case 'evaluate':
      return value;
    case 'slot':
      return (state) => void (state.slots[statement.slot] = value(state));
    case 'target':
      return (state) => {
        const number = value(state) as number;
        state.targets[statement.target][statement.field] = number;
      };
    case 'deallocation':
      return (state) => {
        state.deallocation[statement.field] = value(state) as NodeDeallocationOption;
      };
  }
}

function evaluateOf(program: PlanProgram, code: PlanCode): Evaluate {
  switch (code.kind) {
    case 'number': {
      const { value } = code;
      return () => value;
    }
    case 'string': {
      const text = program.strings[code.index]!;
      return () => text;
    }
    case 'slot': {
      const { slot } = code;
      return (state) => state.slots[slot]!;
    }
    case 'operation':
      return operationOf(program, code);
    case 'steps':
      return stepsOf(program, code);
    case 'conditional': {
      const condition = evaluateOf(program, code.condition);
      const whenTrue = evaluateOf(program, code.whenTrue);
      const whenFalse = evaluateOf(program, code.whenFalse);
      return (state) => (condition(state) !== 0 ? whenTrue(state) : whenFalse(state));
    }
  }
}

function operationOf(
  program: PlanProgram,
  code: Extract<PlanCode, { kind: 'operation' }>,
): Evaluate {
  const run = operations[code.operation].run as Run;
  const site = program.sites[code.site];
  const operands = code.operands.map((operand) => evaluateOf(program, operand));
  const [a, b, c] = operands;
  // Without a spread for the usual numbers of operands.
  if (a === undefined) return (state) => run(state, site);
  if (b === undefined) return (state) => run(state, site, a(state));
  if (c === undefined) return (state) => run(state, site, a(state), b(state));
  return (state) => run(state, site, ...operands.map((operand) => operand(state)));
}

function stepsOf(program: PlanProgram, code: Extract<PlanCode, { kind: 'steps' }>): Evaluate {
  const first = evaluateOf(program, code.first);
  const steps = code.steps.map((step) => stepOf(program, step));
  return (state) => {
    let value = first(state);
    for (const step of steps) value = step(state, value);
    return value;
  };
}

function stepOf(program: PlanProgram, step: Step): EvaluateStep {
  if (step.kind === 'logical') return logicalOf(program, step);
  const run = operations[step.operation].run as Run;
  const site = program.sites[step.site];
  if (step.right === undefined) return (state, soFar) => run(state, site, soFar);
  const right = evaluateOf(program, step.right);
  return (state, soFar) => run(state, site, soFar, right(state));
}

function logicalOf(
  program: PlanProgram,
  { operator, right, shortCircuit }: Extract<Step, { kind: 'logical' }>,
): EvaluateStep {
  const evaluate = evaluateOf(program, right);
  /** What the left side is when it decides, and the result then. */
  const deciding = operator === '||';
  return (state, left) => {
    if ((left !== 0) !== deciding) return evaluate(state) !== 0 ? 1 : 0;
    if (shortCircuit) {
      state.unverified.add('logicalOperators');
      return deciding ? 1 : 0;
    }
    try {
      evaluate(state);
    } catch (failure) {
      // That the right side fails matters only if the service evaluates it at all.
      state.unverified.add('logicalOperators');
      throw failure;
    }
    return deciding ? 1 : 0;
  };
}
