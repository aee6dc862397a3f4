import type { Span } from '../../base/text/source-text.js';
import type { TypedExpression } from '../../checker/typed-program.js';
import type { TargetName } from '../../language/variables.js';
import type { RuleEnvironment } from '../rule.js';
import type { Constraint, Facts, PercentReading, WeekdayCondition } from './facts.js';
import type {
  AssignedValue,
  Comparison,
  Division,
  FixedLogic,
  FunctionCall,
  SampleRead,
} from './flow.js';
import type { Symbols } from './symbols.js';

/** What the analysis carries from statement to statement, and what it notes on its way. */
export interface Analysis {
  readonly environment: RuleEnvironment;
  readonly isHole: (name: string) => boolean;
  readonly symbols: Symbols;
  readonly facts: Map<TypedExpression, Facts>;
  /** By the index of the user variable. */
  readonly variables: (AssignedValue | undefined)[];
  readonly targets: Map<TargetName, AssignedValue>;
  /** The percentages that symbols stand for. */
  readonly percents: Map<number, readonly PercentReading[]>;
  readonly samples: SampleRead[];
  readonly comparisons: Comparison[];
  readonly fixedLogic: FixedLogic[];
  readonly conditions: { readonly expression: TypedExpression; readonly facts: Facts }[];
  readonly calls: FunctionCall[];
  readonly divisions: Division[];
  readonly weekdays: Set<WeekdayCondition>;
  readonly assignments: AssignedValue[];
}

/** Conditions that hold where an expression stands, from the ternaries around it. */
export type Branch = readonly Constraint[];

export function spanFrom(start: Span, end: Span): Span {
  return { start: start.start, end: end.end };
}

/** The facts of a value where conditions on it are known to hold. */
export function narrow(facts: Facts, branch: Branch): Facts {
  let { min, max, grows, configured } = facts;
  let narrowed = false;
  for (const { symbol, range, bounded, configured: byVariable } of branch) {
    if (symbol !== facts.symbol) continue;
    narrowed = true;
    if (range.min > min || range.max < max) configured ||= byVariable;
    min = Math.max(min, range.min);
    max = Math.min(max, range.max);
    if (bounded) grows = false;
  }
  if (!narrowed) return facts;
  // Conditions that exclude each other: this place is never reached.
  if (min > max) return { ...facts, known: false };
  return { ...facts, min, max, grows, configured };
}
