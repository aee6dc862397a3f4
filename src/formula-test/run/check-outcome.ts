import type { AutoScaleRun, AutoScaleRunError } from '../../evaluator/autoscale-run.js';
import { formatValue } from '../../evaluator/display/format-value.js';
import type { Value } from '../../evaluator/value.js';
import type { TargetName } from '../../language/variables.js';
import { explainFailure } from '../explain/explain-failure.js';
import type { Subject } from '../explain/making-statements.js';
import { matcherText, matchesNumber } from '../number-matcher.js';
import type { Failure } from '../test-report.js';
import type { EvaluationStep, Expectation, VariableMatcher } from '../test-suite.js';
import type { StepOutcome } from './evaluate-step.js';

type Mismatch = Pick<Failure, 'subject' | 'expected' | 'found'> & { readonly cause: Subject };

function errorText({ code, message, values }: AutoScaleRunError): string {
  const details = values.map(({ value }) => value).join('; ');
  return `${code} (${details === '' ? message : details})`;
}

function checkError(
  expected: Expectation['error'],
  error: AutoScaleRunError | undefined,
  results: string,
): Mismatch[] {
  const cause: Subject = { kind: 'failure' };
  if (expected === undefined) {
    return error === undefined
      ? []
      : [{ subject: 'error', expected: 'none', found: errorText(error), cause }];
  }
  const { code, message } = expected;
  const part = message === undefined ? '' : ` with "${message}" in its text`;
  const wanted = { subject: 'error', expected: `${code}${part}`, cause };
  if (error === undefined) return [{ ...wanted, found: `none, but ${results}` }];
  const texts = [error.message, ...error.values.map(({ value }) => value)];
  const fits =
    error.code === code && (message === undefined || texts.some((text) => text.includes(message)));
  return fits ? [] : [{ ...wanted, found: errorText(error) }];
}

function targetOf(run: AutoScaleRun, target: TargetName): number {
  return target === '$TargetDedicatedNodes' ? run.targetDedicatedNodes : run.targetLowPriorityNodes;
}

function matcherTextOf(matcher: VariableMatcher): string {
  switch (matcher.kind) {
    case 'number':
      return matcherText(matcher.matcher);
    case 'vector':
      return `[${matcher.elements.map(matcherText).join(', ')}]`;
    case 'text':
      return matcher.text;
  }
}

function fitsVariable(matcher: VariableMatcher, value: Value, tolerance: number): boolean {
  switch (matcher.kind) {
    case 'number':
      return value.type === 'double' && matchesNumber(matcher.matcher, value.value, tolerance);
    case 'vector': {
      const { elements } = matcher;
      return (
        value.type === 'doubleVec' &&
        value.value.length === elements.length &&
        elements.every((element, index) => matchesNumber(element, value.value[index]!, tolerance))
      );
    }
    case 'text':
      return formatValue(value) === matcher.text;
  }
}

function variableNamed(run: AutoScaleRun, name: string, folded: boolean): Value | undefined {
  const exact = run.variables.get(name);
  if (exact !== undefined || !folded) return exact;
  const wanted = name.toLowerCase();
  return [...run.variables].find(([one]) => one.toLowerCase() === wanted)?.[1];
}

/** A number with all its digits: six of them, as the service prints, may hide why it does not fit. */
function foundText(value: Value | undefined): string {
  if (value === undefined) return 'not assigned';
  return value.type === 'double' ? String(value.value) : formatValue(value);
}

function checkRun(
  expectation: Expectation,
  { run, formula }: Extract<StepOutcome, { kind: 'evaluated' }>,
): Mismatch[] {
  const { targets, nodeDeallocationOption: option, variables, results, tolerance } = expectation;
  const mismatches: Mismatch[] = [];
  for (const [target, matcher] of targets) {
    const found = targetOf(run, target);
    if (matchesNumber(matcher, found, tolerance)) continue;
    const cause: Subject = { kind: 'target', target };
    const expected = matcherText(matcher);
    mismatches.push({ subject: target, expected, found: String(found), cause });
  }
  if (option !== undefined && run.nodeDeallocationOption !== option) {
    const subject = '$NodeDeallocationOption';
    const found = run.nodeDeallocationOption;
    mismatches.push({ subject, expected: option, found, cause: { kind: 'deallocation' } });
  }
  const folded = formula.program.profile.nameCase === 'insensitive';
  for (const [name, matcher] of variables) {
    const value = variableNamed(run, name, folded);
    if (value !== undefined && fitsVariable(matcher, value, tolerance)) continue;
    const expected = matcherTextOf(matcher);
    const cause: Subject = { kind: 'variable', name };
    mismatches.push({ subject: name, expected, found: foundText(value), cause });
  }
  if (results !== undefined && run.results !== results) {
    const found = run.results;
    mismatches.push({
      subject: 'results',
      expected: results,
      found,
      cause: { kind: 'everything' },
    });
  }
  return mismatches;
}

function mismatchesOf(expectation: Expectation, outcome: StepOutcome): Mismatch[] {
  if (outcome.kind === 'refused') return checkError(expectation.error, outcome.error, '');
  const { run } = outcome;
  const errors = checkError(expectation.error, run.error, run.results);
  // What an unexpected error left unassigned is a consequence of it.
  const unexpected = run.error !== undefined && expectation.error === undefined;
  return unexpected ? errors : [...errors, ...checkRun(expectation, outcome)];
}

/** The expectations of a step that do not hold; `name` tells the steps of a case apart. */
export function checkOutcome(
  step: EvaluationStep,
  outcome: StepOutcome,
  name: string | undefined,
): readonly Failure[] {
  return mismatchesOf(step.expectation, outcome).map(({ cause, ...mismatch }) => ({
    ...mismatch,
    ...(name === undefined ? {} : { step: name }),
    span: step.span,
    statements: outcome.kind === 'refused' ? [] : explainFailure(outcome, cause),
  }));
}
