import { quantaOf, type LogLine, type Stretch } from './log-line.js';

export type NodeKind = 'dedicated' | 'spot';

/** What the log tells about one node: its states from the first to the last. Times are quanta. */
export interface NodeLife {
  readonly poolId: string;
  readonly kind: NodeKind;
  readonly states: (Stretch & { readonly state: string })[];
  gone: boolean;
}

/** The lives of all nodes by id, in order of allocation. */
export function nodeLives(lines: readonly LogLine[], end: number): Map<string, NodeLife> {
  const lives = new Map<string, NodeLife>();
  for (const line of lines) {
    if (line.event !== 'NodeStateChange') continue;
    const { poolId, nodeId, isDedicated, to } = line.body as {
      readonly poolId: string;
      readonly nodeId: string;
      readonly isDedicated: boolean;
      readonly to: string | null;
    };
    const at = quantaOf(line);
    const kind = isDedicated ? 'dedicated' : 'spot';
    const life = lives.get(nodeId) ?? { poolId, kind, states: [], gone: false };
    lives.set(nodeId, life);
    const last = life.states.at(-1);
    if (last !== undefined) last.to = at;
    if (to === null) life.gone = true;
    else life.states.push({ state: to, from: at, to: end });
  }
  return lives;
}

/** How node time is billed: a scenario's bill.from and bill.quantum_s, the latter in quanta. */
export interface BillingRule {
  readonly from: 'creating' | 'starting';
  readonly quantum: number;
}

/**
 * When a node was billed, before rounding: from `creating` or `starting` until its VM is gone, which it is in preempted,
 * deallocating and deallocated; a node that leaves the pool without a VM gets none for that.
 */
export function billedStretches(life: NodeLife, rule: BillingRule): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | undefined;
  for (const { state, from, to } of life.states) {
    const vm =
      state === 'leavingpool'
        ? open !== undefined
        : !['preempted', 'deallocating', 'deallocated'].includes(state) &&
          (state !== 'creating' || rule.from === 'creating');
    if (!vm) {
      open = undefined;
    } else if (open === undefined) {
      open = { from, to };
      stretches.push(open);
    } else {
      open.to = to;
    }
  }
  return stretches;
}

/** Each stretch is rounded up to the quantum. */
export function billedTime(stretches: readonly Stretch[], { quantum }: BillingRule): number {
  return stretches.reduce(
    (total, { from, to }) => total + Math.ceil((to - from) / quantum) * quantum,
    0,
  );
}
