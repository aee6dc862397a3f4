import type { TypedProgram } from '../../checker/typed-program.js';
import type { StaticType } from '../../language/static-type.js';
import type { AutoScaleRun } from '../autoscale-run.js';
import { createState, evaluateProgram, runOf } from '../evaluate-program.js';
import type { EvaluationState } from '../evaluation-state.js';
import type { PoolView } from '../pool-view.js';
import type { Value } from '../value.js';
import { generateCode } from './generate.js';
import { leavePlan, planRuntime, type PlanRuntime } from './runtime.js';

type Unboxed = number | readonly number[];
type Execute = (
  state: EvaluationState,
  h: PlanRuntime,
  metrics: readonly string[],
) => readonly Unboxed[];

function box(type: StaticType, value: Unboxed): Value {
  return { type, value } as Value;
}

function compileText(text: string): Execute | undefined {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    return new Function('state', 'h', 'metrics', text) as Execute;
  } catch {
    // A content security policy forbids it.
    return undefined;
  }
}

/**
 * A function that evaluates a program by generated code and answers as the interpreter does. Undefined where the plan does
 * not cover the program, or code generation is forbidden: then only the interpreter evaluates it.
 */
export function createPlan(program: TypedProgram): ((view: PoolView) => AutoScaleRun) | undefined {
  const code = generateCode(program);
  const execute = code && compileText(code.text);
  if (code === undefined || execute === undefined) return undefined;
  const { metrics, types } = code;
  // A plan covers no rand().
  const random = (): number => 0;
  return (view) => {
    const state = createState(program, view, random);
    try {
      const values = execute(state, planRuntime, metrics);
      values.forEach((value, index) => (state.userValues[index] = box(types[index]!, value)));
    } catch (reason) {
      if (reason !== leavePlan) throw reason;
      return evaluateProgram(program, view, random);
    }
    return runOf(state, program, 'completed');
  };
}
