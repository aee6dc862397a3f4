import type { AssertionResult } from '../experiment/assertion.js';

/** An assertion as it came out; of a comparison, with the formula whose mean it was checked against. */
export type ShownAssertion = AssertionResult & { readonly formula?: string };
