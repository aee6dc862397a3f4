import type { Draws } from '../draws.js';
import type { ScenarioDraft } from './scenario-draft.js';

/**
 * Something that the simulator models, as the fuzzer uses it: adds itself to a scenario that has pools, jobs and tasks. The draft
 * must stay one that loads without error; everything else about it is free.
 */
export interface Feature {
  readonly name: string;
  /** Share of the scenarios that have it. */
  readonly share: number;
  add(draft: ScenarioDraft, draws: Draws): void;
}
