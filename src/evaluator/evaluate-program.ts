import { createLineTable } from '../base/text/source-text.js';
import type { TypedProgram } from '../checker/typed-program.js';
import type { AutoScaleRun, AutoScaleRunError } from './autoscale-run.js';
import { unverifiedDisplay } from './display/format-value.js';
import { assignedValue, type EvaluationState, type ValueObserver } from './evaluation-state.js';
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

type Ending = 'completed' | 'stopped' | FormulaFailure;

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
  const { profile } = program;
  const unverified = new Set<string>(program.unverified);
  const state: EvaluationState = {
    view,
    profile,
    random,
    observe,
    userValues: new Array<Value | undefined>(program.userVariables.length).fill(undefined),
    targets: { $TargetDedicatedNodes: {}, $TargetLowPriorityNodes: {} },
    deallocation: {},
    unverified,
  };
  const ending = run(state, program);

  const before: ResultHead = {
    targetDedicatedNodes: view.targetDedicatedNodes,
    targetLowPriorityNodes: view.targetLowPriorityNodes,
    nodeDeallocationOption: 'requeue',
  };
  const byName = new Map<string, Value>();
  program.userVariables.forEach((name, index) => {
    const value = state.userValues[index];
    if (value !== undefined) byName.set(name, value);
  });
  const assigned = new Map<string, Value>();
  for (const name of orderedNames([...byName.keys()], profile, unverified)) {
    assigned.set(name, byName.get(name)!);
  }
  const after = (): ResultHead => ({
    targetDedicatedNodes: finalTarget(state, '$TargetDedicatedNodes'),
    targetLowPriorityNodes: finalTarget(state, '$TargetLowPriorityNodes'),
    nodeDeallocationOption: assignedValue(state.deallocation) ?? 'requeue',
  });

  if (ending instanceof FormulaFailure) {
    const error = errorOf(ending, program);
    const nothingAssigned =
      byName.size === 0 &&
      assignedValue(state.deallocation) === undefined &&
      Object.values(state.targets).every((target) => assignedValue(target) === undefined);
    if (!nothingAssigned) unverified.add('resultsOnError');
    const initial = profile.resultsOnError === 'initial';
    const shown = initial ? before : after();
    const results = resultString(shown, initial ? new Map() : assigned, profile);
    return runOf(view, results, before, assigned, unverified, error);
  }
  if (ending === 'stopped') unverified.add('stop');
  const discarded = ending === 'stopped' && profile.stop === 'discard';
  const head = discarded ? before : after();
  for (const value of assigned.values()) {
    for (const name of unverifiedDisplay(value)) unverified.add(name);
  }
  const results = resultString(head, discarded ? new Map() : assigned, profile);
  return runOf(view, results, head, assigned, unverified);
}

function runOf(
  view: PoolView,
  results: string,
  head: ResultHead,
  variables: ReadonlyMap<string, Value>,
  unverified: ReadonlySet<string>,
  error?: AutoScaleRunError,
): AutoScaleRun {
  return {
    timestamp: view.now,
    results,
    ...(error === undefined ? {} : { error }),
    ...head,
    variables,
    unverified: [...unverified],
  };
}

function errorOf(failure: FormulaFailure, { source }: TypedProgram): AutoScaleRunError {
  const place = positionText(createLineTable(source.text).position(failure.offset));
  return {
    code: failure.code,
    message: messages[failure.code],
    values: [{ name: 'Message', value: `${place}: ${failure.message}` }],
  };
}
