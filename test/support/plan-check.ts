import type * as PlanUnderTest from './plan-under-test.js';

/** A check of plans that can be run against one build of the evaluator after the other: throws where it does not hold. */
export interface PlanCheck {
  readonly name: string;
  readonly run: (under: typeof PlanUnderTest) => void;
}
