import { expect, it } from 'vitest';

import { simulate, type SimulationInput } from '../../src/simulator/index.js';
import { drawsOf } from '../fuzz/draws.js';
import { randomFormula } from '../fuzz/simulator/features/autoscale.js';
import { loadInput } from '../support/memory-files.js';
import { parseLog, type LogLine } from '../support/recompute/log-line.js';
import { nodeLives } from '../support/recompute/node-lives.js';

const scenario = JSON.stringify({
  seed: 'same world',
  until: 'P1D',
  pools: [
    {
      id: 'pool',
      vmSize: 'Standard_D4s_v5',
      taskSlotsPerNode: 2,
      enableAutoScale: true,
      autoScaleFormula: '$TargetDedicatedNodes = 0;',
      autoScaleEvaluationInterval: 300,
      startTask: { runTime: 30, maxTaskRetryCount: 1, failureShare: 0.2 },
    },
  ],
  jobs: [
    {
      id: 'job',
      poolInfo: { poolId: 'pool' },
      constraints: { maxTaskRetryCount: 2 },
      tasks: [
        {
          arrivals: { poisson: { mean: 120 } },
          runTime: { lognormal: { median: 200, sigma: 0.8 } },
          failureShare: 0.2,
          count: 500,
        },
      ],
    },
  ],
  parameters: {
    'node.creating_to_idle_s': { uniform: [20, 200] },
    'preempt.rate_per_hour': 4,
    'preempt.return_s': { uniform: [10, 900] },
  },
});

function logOf(input: SimulationInput): LogLine[] {
  let text = '';
  simulate(input, { writeLog: (lines) => (text += lines) });
  return parseLog(text);
}

/** Facts of the world that a run met, by what they are about: where two runs know of the same thing they must agree. */
type World = ReadonlyMap<string, number | string>;

function worldOf(log: readonly LogLine[]): World {
  const world = new Map<string, number | string>();
  const running = new Map<string, number>();
  const attempts = new Map<string, number>();
  for (const [index, { t, event, body }] of log.entries()) {
    const id = body['id'] as string;
    if (event === 'TaskStateChange') {
      const [from, to] = [body['from'] as string | null, body['to'] as string];
      if (from === null) world.set(`arrival of task ${id}`, t);
      if (to === 'running') running.set(id, t);
      const isCutShort = from === 'running' && endsByForce(log[index + 1]!);
      if (from === 'running' && !isCutShort) {
        const attempt = (attempts.get(id) ?? 0) + 1;
        attempts.set(id, attempt);
        world.set(`run time of task ${id}, attempt ${attempt}`, t - running.get(id)!);
      }
    } else if (event === 'TaskComplete') {
      const { exitCode } = body['executionInfo'] as { readonly exitCode: number | null };
      if (exitCode !== null) world.set(`exit code of task ${id}`, exitCode);
    }
  }
  for (const [nodeId, { states }] of nodeLives(log, Infinity)) {
    // Number and kind; the instant of allocation is what formulas change.
    const name = nodeId.replace(/^.*_(\d+)-\d+t\d+z/, 'node $1');
    for (const [index, { state, from, to }] of states.entries()) {
      const next = states[index + 1]?.state;
      const before = states.slice(0, index).filter((other) => other.state === state).length;
      if (state === 'creating' && next === 'starting') {
        world.set(`${name}: time in creating, ${before + 1}`, to - from);
      }
      if (state === 'preempted' && next === 'creating') {
        world.set(`${name}: time in preempted, ${before + 1}`, to - from);
      }
    }
    const preempted = states.find(({ state }) => state === 'preempted');
    if (preempted !== undefined) {
      world.set(`${name}: time to its preemption`, preempted.from - states[0]!.from);
    }
  }
  return world;
}

/** The line behind the end of an attempt tells of an interruption, or of a task that was stopped. */
function endsByForce({ event, body }: LogLine): boolean {
  if (event === 'TaskRequeue') return true;
  if (event !== 'TaskComplete') return false;
  return (body['executionInfo'] as { readonly exitCode: number | null }).exitCode === null;
}

it('a new formula does not change the world that it meets', { timeout: 120_000 }, async () => {
  const worlds: World[] = [];
  for (let number = 0; number < 12; number++) {
    const text = randomFormula(drawsOf('test/same-world', 'formulas', number));
    const input = await loadInput(scenario, {}, { formula: { name: `${number}`, text } });
    worlds.push(worldOf(logOf(input)));
  }
  const shared = new Map<string, number>();
  for (const [index, first] of worlds.entries()) {
    for (const second of worlds.slice(index + 1)) {
      for (const [fact, value] of first) {
        const other = second.get(fact);
        if (other === undefined) continue;
        expect({ fact, value }).toEqual({ fact, value: other });
        const about = fact.replaceAll(/\d+/g, 'n');
        shared.set(about, (shared.get(about) ?? 0) + 1);
      }
    }
  }
  // Pairs of runs share enough of each kind of fact for the comparison to mean something.
  for (const about of [
    'arrival of task n',
    'run time of task n, attempt n',
    'exit code of task n',
    'node n: time in creating, n',
    'node n-p: time in preempted, n',
    'node n-p: time to its preemption',
  ]) {
    expect({ about, enough: (shared.get(about) ?? 0) > 50 }).toEqual({ about, enough: true });
  }
});
