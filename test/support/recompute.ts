/**
 * The figures of a run, computed from nothing but its event log, by code that shares nothing with the simulator.
 */
export interface LogLine {
  readonly t: number;
  readonly time: string;
  readonly event: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export function parseLog(text: string): LogLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogLine);
}

interface NodeLife {
  readonly kind: 'dedicated' | 'spot';
  readonly states: { readonly state: string; readonly from: number; to: number }[];
}

/** Milliseconds everywhere. */
export interface Recomputed {
  readonly submitted: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly terminated: number;
  readonly attempts: number;
  readonly requeues: number;
  readonly preemptions: number;
  readonly retries: number;
  readonly waits: readonly number[];
  readonly makespan: number;
  readonly evaluations: number;
  readonly failedEvaluations: number;
  readonly resizes: number;
  readonly resizeResults: Record<string, number>;
  readonly nodeTime: Record<'dedicated' | 'spot', Record<string, number>>;
  readonly slotTime: Record<'dedicated' | 'spot', number>;
  readonly billed: Record<'dedicated' | 'spot', number>;
  readonly peakNodes: number;
}

/** Billed from creating until the node is preempted or gone, each such stretch rounded up. */
function billedTime(states: NodeLife['states'], quantum: number): number {
  let total = 0;
  let since = states[0]!.from;
  const stop = (at: number): void => {
    total += Math.ceil((at - since) / quantum) * quantum;
    since = Infinity;
  };
  for (const { state, from } of states) {
    if (state === 'creating') since = from;
    if (state === 'preempted') stop(from);
  }
  if (since < Infinity) stop(states.at(-1)!.to);
  return total;
}

export function recompute(lines: readonly LogLine[], end: number, quantum: number): Recomputed {
  const submittedAt = new Map<string, number>();
  const startedAt = new Map<string, number>();
  const running = new Set<string>();
  const held = new Map<string, { node: string; slots: number; since: number }>();
  const nodes = new Map<string, NodeLife>();
  const slotTime = { dedicated: 0, spot: 0 };
  const resizeResults: Record<string, number> = {};
  const count = {
    succeeded: 0,
    failed: 0,
    terminated: 0,
    attempts: 0,
    requeues: 0,
    retries: 0,
    preemptions: 0,
  };
  const pool = { evaluations: 0, failedEvaluations: 0, resizes: 0 };
  let makespan = 0;
  // The task whose return from running to active is the line before.
  let returned: string | undefined;
  let present = 0;
  let peakNodes = 0;

  const release = (task: string, at: number): void => {
    const hold = held.get(task);
    if (hold === undefined) return;
    slotTime[nodes.get(hold.node)!.kind] += hold.slots * (at - hold.since);
    held.delete(task);
  };

  for (const { t, event, body } of lines) {
    const text = (key: string): string => body[key] as string;
    const task = `${text('jobId')}/${text('id')}`;
    if (event === 'NodeStateChange') {
      const id = text('nodeId');
      const to = body['to'] as string | null;
      const life = nodes.get(id) ?? {
        kind: (body['isDedicated'] as boolean) ? ('dedicated' as const) : ('spot' as const),
        states: [],
      };
      nodes.set(id, life);
      if (to === 'preempted') count.preemptions++;
      if (life.states.length === 0) present++;
      else life.states.at(-1)!.to = t;
      if (to === null) present--;
      else life.states.push({ state: to, from: t, to: end });
      peakNodes = Math.max(peakNodes, present);
    } else if (event === 'TaskStateChange') {
      const to = text('to');
      if (body['from'] === null) submittedAt.set(task, t);
      if (running.has(task)) makespan = t;
      running.delete(task);
      if (to === 'running') {
        running.add(task);
        count.attempts++;
        if (!startedAt.has(task)) startedAt.set(task, t);
      }
      if (to === 'active' && body['from'] === 'running') {
        count.retries++;
      }
    } else if (event === 'TaskAssign') {
      const node = (body['nodeInfo'] as { nodeId: string }).nodeId;
      held.set(task, { node, slots: body['requiredSlots'] as number, since: t });
    } else if (event === 'TaskRelease') {
      release(task, t);
    } else if (event === 'TaskRequeue') {
      count.requeues++;
      // A requeue from running follows its state change at once; that change was no retry.
      if (returned === task) count.retries--;
    } else if (event === 'TaskComplete') {
      const { exitCode } = body['executionInfo'] as { exitCode: number | null };
      count[exitCode === 0 ? 'succeeded' : exitCode === null ? 'terminated' : 'failed']++;
    } else if (event === 'PoolAutoscale') {
      pool.evaluations++;
      if ((body['error'] as { code: string }).code !== '') pool.failedEvaluations++;
    } else if (event === 'PoolResizeStart') {
      pool.resizes++;
    } else if (event === 'PoolResizeComplete') {
      const code = text('resultCode');
      resizeResults[code] = (resizeResults[code] ?? 0) + 1;
    }
    returned =
      event === 'TaskStateChange' && body['from'] === 'running' && body['to'] === 'active'
        ? task
        : undefined;
  }
  for (const task of [...held.keys()]) release(task, end);

  const nodeTime = { dedicated: {}, spot: {} } as Record<
    'dedicated' | 'spot',
    Record<string, number>
  >;
  const billed = { dedicated: 0, spot: 0 };
  for (const { kind, states } of nodes.values()) {
    for (const { state, from, to } of states) {
      nodeTime[kind][state] = (nodeTime[kind][state] ?? 0) + to - from;
    }
    billed[kind] += billedTime(states, quantum);
  }
  return {
    submitted: submittedAt.size,
    succeeded: count.succeeded,
    failed: count.failed,
    terminated: count.terminated,
    attempts: count.attempts,
    requeues: count.requeues,
    preemptions: count.preemptions,
    retries: count.retries,
    waits: [...startedAt].map(([task, at]) => at - submittedAt.get(task)!),
    makespan,
    ...pool,
    resizeResults,
    nodeTime,
    slotTime,
    billed,
    peakNodes,
  };
}
