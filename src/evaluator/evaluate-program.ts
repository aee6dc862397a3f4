import { createLineTable } from '../base/text/source-text.js';
import type { TypedProgram } from '../checker/typed-program.js';
import type { AutoScaleRun, AutoScaleRunError } from './autoscale-run.js';
import { unverifiedDisplay } from './display/format-value.js';
import {
  assignedValue,
  type Assigned,
  type EvaluationState,
  type ValueObserver,
} from './evaluation-state.js';
import { FormulaFailure, StopSignal } from './failure.js';
import { runProgram } from './interpret.js';
import type { PoolView } from './pool-view.js';
import { orderedNames, resultString, type ResultHead } from './result-string.js';
import { positionText } from './service-error.js';
import { finalTarget } from './targets.js';
import type { Value } from './value.js';

const messages: Readonly<Record<FormulaFailure['code'], string>> = {
  AutoScalingFormulaEvaluationError: 'The specified auto-scaling formula has evaluation error',
  InsufficientSampleData: 'Autoscale evaluation failed due to insufficient sample data',
};

/** How a program ended. */
export type Ending = 'completed' | 'stopped' | FormulaFailure;

function run(state: EvaluationState, program: TypedProgram): Ending {
  try {
    runProgram(state, program);
    return 'completed';
  } catch (error) {
    if (error instanceof StopSignal) return 'stopped';
    if (error instanceof FormulaFailure) return error;
    throw error;
  }
}

/** Evaluates a typed program against a pool by walking its tree. */
export function evaluateProgram(
  program: TypedProgram,
  view: PoolView,
  random: () => number,
  observe?: ValueObserver,
): AutoScaleRun {
  const state = createState(program, view, random, observe);
  return runOf(state, program, run(state, program));
}

function unassigned<T>(): Assigned<T> {
  return { full: undefined, alias: undefined };
}

/** A state in which nothing is assigned. */
export function createState(
  program: TypedProgram,
  view: PoolView,
  random: () => number,
  observe?: ValueObserver,
): EvaluationState {
  return {
    view,
    profile: program.profile,
    random,
    observe,
    userValues: new Array<Value | undefined>(program.userVariables.length).fill(undefined),
    targets: { $TargetDedicatedNodes: unassigned(), $TargetLowPriorityNodes: unassigned() },
    deallocation: unassigned(),
    unverified: new Set<string>(program.unverified),
  };
}

/** The answer to an evaluation that has ended. */
export function runOf(state: EvaluationState, program: TypedProgram, ending: Ending): AutoScaleRun {
  const outcome = outcomeOf(state, program, ending);
  const { error, pool } = outcome;
  // Not a spread of `targetsOf`: V8 would allocate its members in the old space, 20 MB of garbage in a run of 30,000 evaluations.
  return {
    timestamp: state.view.now,
    ...(error === undefined ? {} : { error }),
    ...pool,
    ...detailsOf(state, program, outcome),
  };
}

/** What an evaluation comes to. */
interface Outcome {
  /** What the pool gets: its targets of before after an error. */
  readonly pool: ResultHead;
  /** What the result string begins with. */
  readonly printed: ResultHead;
  readonly keepsAssignments: boolean;
  readonly error: AutoScaleRunError | undefined;
}

export function outcomeOf(state: EvaluationState, program: TypedProgram, ending: Ending): Outcome {
  if (ending === 'completed') {
    const after = headAfter(state);
    return { pool: after, printed: after, keepsAssignments: true, error: undefined };
  }
  const { view } = state;
  const before: ResultHead = {
    targetDedicatedNodes: view.targetDedicatedNodes,
    targetLowPriorityNodes: view.targetLowPriorityNodes,
    nodeDeallocationOption: 'requeue',
  };
  const { keepsAssignments, error } = endingOf(state, program, ending);
  const printed = keepsAssignments ? headAfter(state) : before;
  return { pool: error === undefined ? printed : before, printed, keepsAssignments, error };
}

/** What the pool gets when the assignments so far count. */
function headAfter(state: EvaluationState): ResultHead {
  return {
    targetDedicatedNodes: finalTarget(state, '$TargetDedicatedNodes'),
    targetLowPriorityNodes: finalTarget(state, '$TargetLowPriorityNodes'),
    nodeDeallocationOption: assignedValue(state.deallocation) ?? 'requeue',
  };
}

/** What of an autoscale run is there for people, and costs more to tell than the evaluation itself. */
function detailsOf(
  state: EvaluationState,
  program: TypedProgram,
  outcome: Outcome,
): Pick<AutoScaleRun, 'results' | 'variables' | 'unverified'> {
  const variables = assignedVariables(state, program, outcome.keepsAssignments);
  const results = resultsOf(program, outcome, variables);
  return { results, variables, unverified: [...state.unverified] };
}

export function resultsOf(
  { profile }: TypedProgram,
  { printed, keepsAssignments }: Pick<Outcome, 'printed' | 'keepsAssignments'>,
  variables: AutoScaleRun['variables'],
): string {
  return resultString(printed, keepsAssignments ? variables : new Map<string, Value>(), profile);
}

/** Whether what was assigned counts after stop() or a failure: by a switch. */
function endingOf(
  state: EvaluationState,
  program: TypedProgram,
  ending: Exclude<Ending, 'completed'>,
): Pick<Outcome, 'keepsAssignments' | 'error'> {
  const { profile, unverified } = state;
  if (ending === 'stopped') {
    if (hasAssigned(state)) unverified.add('stop');
    return { keepsAssignments: profile.stop === 'keep', error: undefined };
  }
  if (hasAssigned(state)) unverified.add('resultsOnError');
  return {
    keepsAssignments: profile.resultsOnError === 'assigned-so-far',
    error: errorOf(ending, program),
  };
}

function hasAssigned({ userValues, targets, deallocation }: EvaluationState): boolean {
  return (
    userValues.some((value) => value !== undefined) ||
    assignedValue(deallocation) !== undefined ||
    Object.values(targets).some((target) => assignedValue(target) !== undefined)
  );
}

/** The user variables that have a value, in the order in which they print; notes what their texts rest on if they are. */
export function assignedVariables(
  {
    userValues,
    profile,
    unverified,
  }: Pick<EvaluationState, 'userValues' | 'profile' | 'unverified'>,
  { userVariables }: TypedProgram,
  printed: boolean,
): ReadonlyMap<string, Value> {
  const byName = new Map<string, Value>();
  userVariables.forEach((name, index) => {
    const value = userValues[index];
    if (value !== undefined) byName.set(name, value);
  });
  const notes = printed ? unverified : new Set<string>();
  const assigned = new Map<string, Value>();
  for (const name of orderedNames([...byName.keys()], profile, notes)) {
    const value = byName.get(name)!;
    assigned.set(name, value);
    for (const reading of unverifiedDisplay(value)) notes.add(reading);
  }
  return assigned;
}

function errorOf(failure: FormulaFailure, { source }: TypedProgram): AutoScaleRunError {
  const place = positionText(createLineTable(source.text).position(failure.offset));
  return {
    code: failure.code,
    message: messages[failure.code],
    values: [{ name: 'Message', value: `${place}: ${failure.message}` }],
  };
}
