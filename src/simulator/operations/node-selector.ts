import type { NodeKind } from '../../pricing/price-book.js';
import type { NodeState } from '../node/node-state.js';

/**
 * Which nodes of a pool an operation or a fault is about: those for which every given condition holds. Ids hold the instant of
 * allocation and are known only from a run, so nodes are usually chosen by what they are.
 */
export interface NodeSelector {
  readonly ids?: readonly string[];
  /** Numbers within the pool: 1 is the first node that it ever asked for. */
  readonly numbers?: readonly number[];
  readonly states?: readonly NodeState[];
  readonly kind?: NodeKind;
  /** At most this many, the lowest numbers first. */
  readonly first?: number;
}
