import {
  defineDiagnostics,
  severitiesOf,
  type DiagnosticFactory,
} from '../base/diagnostics/define-diagnostics.js';
import type { Severity } from '../base/diagnostics/diagnostic.js';

function suggestion(nearest: string | undefined): string {
  return nearest === undefined ? '' : `; did you mean ${nearest}?`;
}

interface Named {
  readonly name: string;
  readonly nearest: string | undefined;
}

const definitions = {
  'too-many-statements': {
    severity: 'error',
    message: ({ count, limit }: { count: number; limit: number }): string =>
      `the formula has ${count} statements; the service takes at most ${limit}`,
  },
  'unknown-function': {
    severity: 'error',
    message: ({ name, nearest }: Named): string =>
      `there is no function ${name}${suggestion(nearest)}`,
  },
  'unknown-method': {
    severity: 'error',
    message: ({ name, nearest, advice }: Named & { advice: string | undefined }): string =>
      `there is no method ${name}${advice === undefined ? suggestion(nearest) : `; ${advice}`}`,
  },
  'unknown-member': {
    severity: 'error',
    message: ({ name, nearest }: Named): string =>
      `there is no member ${name}${suggestion(nearest)}`,
  },
  'wrong-argument-count': {
    severity: 'error',
    message: ({
      name,
      expected,
      count,
    }: {
      name: string;
      expected: string;
      count: number;
    }): string => `${name} takes ${expected}, found ${count}`,
  },
  'assign-to-read-only': {
    severity: 'error',
    message: ({ name }: { name: string }): string =>
      `${name} is read-only; a formula sets $TargetDedicatedNodes, $TargetLowPriorityNodes and $NodeDeallocationOption`,
  },
  'assign-to-keyword': {
    severity: 'error',
    message: ({ name }: { name: string }): string =>
      `${name} is not a variable and cannot be assigned`,
  },
  'undefined-variable': {
    severity: 'error',
    message: ({ name, nearest }: Named): string =>
      `${name} is not defined here${suggestion(nearest)}`,
  },
  'metric-as-number': {
    severity: 'error',
    message: ({ name }: { name: string }): string =>
      `${name} has samples and is no number; write max(0, ${name}.GetSample(1)) or an average of a window`,
  },
  'method-on-value': {
    severity: 'error',
    message: ({ name, found }: { name: string; found: string }): string =>
      `${name} is a method of sampled service variables such as $PendingTasks, found ${found}`,
  },
  'member-of-value': {
    severity: 'error',
    message: ({ name, found }: { name: string; found: string }): string =>
      `${name} is a member of timestamps, found ${found}`,
  },
  'operand-types': {
    severity: 'error',
    message: ({
      operator,
      left,
      right,
    }: {
      operator: string;
      left: string;
      right: string;
    }): string => `operator ${operator} does not take ${left} and ${right}`,
  },
  'operand-type': {
    severity: 'error',
    message: ({ operator, operand }: { operator: string; operand: string }): string =>
      `operator ${operator} does not take ${operand}`,
  },
  'argument-type': {
    severity: 'error',
    message: ({
      name,
      expected,
      found,
    }: {
      name: string;
      expected: string;
      found: string;
    }): string => `${name} expects ${expected}, found ${found}`,
  },
  'condition-type': {
    severity: 'error',
    message: ({ found }: { found: string }): string =>
      `the condition of a ternary is a double, found ${found}`,
  },
  'target-type': {
    severity: 'error',
    message: ({ name, found }: { name: string; found: string }): string =>
      `${name} takes a double, found ${found}`,
  },
  'deallocation-not-a-keyword': {
    severity: 'error',
    message: ({ name, found }: { name: string; found: string }): string =>
      `${name} takes one of requeue, terminate, taskcompletion and retaineddata, written bare; found ${found}`,
  },
  'misplaced-keyword': {
    severity: 'error',
    message: ({ name }: { name: string }): string =>
      `${name} is a deallocation option and can only be assigned to $NodeDeallocationOption`,
  },
  'time-string': {
    severity: 'error',
    message: ({ text, reason }: { text: string; reason: string }): string =>
      `"${text}" is no instant: ${reason}`,
  },
  'time-string-too-precise': {
    severity: 'error',
    message: ({ text, reason }: { text: string; reason: string }): string =>
      `"${text}" is no instant: ${reason}`,
  },
  'vector-compared-with-number': {
    severity: 'warning',
    message: (): string =>
      'a vector is used where a number must stand; take max(...), avg(...) or val(..., 0) of it',
  },
  'vector-assigned-to-target': {
    severity: 'warning',
    message: ({ name }: { name: string }): string =>
      `${name} takes a number and this is a vector; take max(...), avg(...) or val(..., 0) of it`,
  },
  'number-before-vector': {
    severity: 'warning',
    message: ({ operator }: { operator: string }): string =>
      `operator ${operator} with the number before the vector is not documented; write the vector first`,
  },
  'function-name-assigned': {
    severity: 'warning',
    message: ({ name }: { name: string }): string =>
      `this variable has the name of the function ${name}; calls still mean the function`,
  },
  'keyword-in-variable': {
    severity: 'warning',
    message: ({ name }: { name: string }): string =>
      `it is not known whether ${name} can be kept in a variable`,
  },
  'branches-of-different-type': {
    severity: 'warning',
    message: ({ left, right }: { left: string; right: string }): string =>
      `the branches of this ternary are ${left} and ${right}`,
  },
} as const;

export const checkDiagnostic: DiagnosticFactory<typeof definitions> =
  defineDiagnostics(definitions);

export const checkSeverities: Readonly<Record<CheckCode, Severity>> = severitiesOf(definitions);
export type CheckCode = keyof typeof definitions;
export const checkCodes: readonly CheckCode[] = Object.keys(definitions) as CheckCode[];

/**
 * Codes with which the service refuses the whole formula, in any branch (language.md section 10, Typing). Other errors of the
 * checker happen only when their place is reached.
 */
export const refusingCodes: ReadonlySet<string> = new Set<CheckCode>([
  'too-many-statements',
  'unknown-function',
  'unknown-method',
  'unknown-member',
  'wrong-argument-count',
  'assign-to-read-only',
  'assign-to-keyword',
]);
