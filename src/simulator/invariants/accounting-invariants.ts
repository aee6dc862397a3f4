import { secondsToQuanta } from '../../base/time/quanta.js';
import { ticksPerQuantum } from '../../base/time/ticks.js';
import { samplesBetween } from '../../metrics/sample-series.js';
import {
  DEALLOCATED,
  DEALLOCATING,
  DEDICATED,
  PREEMPTED,
  REQUESTED,
  RUNNING_TASKS,
  SPOT,
} from '../node/node-state.js';
import { LEVEL_BILLED, LEVEL_TARGET } from '../pool/pool-state.js';
import type { Invariant } from './invariant-table.js';

/** What bills, pictures and formulas are made of (service.md sections 6, 9 and 14). */
export const accountingInvariants: Readonly<Record<string, Invariant>> = {
  'a node that runs tasks is billed, and one without a VM is not': ({ nodes }, pool) => {
    const wrong = pool.members.find((node) => {
      const billed = nodes.billedSince[node]! >= 0;
      const state = nodes.state[node]!;
      if (state === RUNNING_TASKS) return !billed;
      return billed && [REQUESTED, PREEMPTED, DEALLOCATING, DEALLOCATED].includes(state);
    });
    return wrong === undefined ? undefined : `node ${nodes.number[wrong]}`;
  },

  'only nodes of the pool are billed, each once': ({ nodes }, pool) => {
    for (const kind of [DEDICATED, SPOT] as const) {
      const billed = pool.members.filter(
        (node) => nodes.kind[node] === kind && nodes.billedSince[node]! >= 0,
      ).length;
      const counted = pool.series.levels[LEVEL_BILLED + kind];
      if (billed !== counted) return `${billed} are billed, ${counted} counted`;
    }
    return undefined;
  },

  'targets are whole and not negative, and pictures show them': (_, pool) => {
    for (const kind of [DEDICATED, SPOT] as const) {
      const target = pool.target[kind];
      if (!Number.isInteger(target) || target < 0) return `${target}`;
      if (pool.series.levels[LEVEL_TARGET + kind] !== target) return `${target} not shown`;
    }
    return undefined;
  },

  'no sample is visible before its delay': (world, pool) => {
    const { parameters, input, now } = world;
    const { autoScaler } = pool;
    const evaluated = pool.autoScaleRuns.at(-1)?.atSeconds;
    if (autoScaler === undefined || evaluated === undefined) return undefined;
    // Formulas look at samples when they are evaluated.
    if (secondsToQuanta(evaluated) !== now) return undefined;
    const instant = input.start + now * ticksPerQuantum;
    const newest = instant - secondsToQuanta(parameters['sample.delay_s']) * ticksPerQuantum;
    for (const [name, series] of autoScaler.sampling.series) {
      const seen = samplesBetween(series, instant, newest, instant).length;
      if (seen > 0) return `${seen} samples of ${name} are seen before they are due`;
    }
    return undefined;
  },

  'cores stay within the quota of the account': (world, pool) => {
    const { account, input } = world;
    // A quota that falls takes no node away.
    const changes = input.faults?.some(({ kind }) => kind === 'quotaChange') ?? false;
    if (account === undefined || changes || pool.index > 0) return undefined;
    const quotas = [account.dedicatedCoreQuota, account.lowPriorityCoreQuota];
    for (const kind of [DEDICATED, SPOT] as const) {
      const cores = world.pools.reduce(
        (sum, { nodeTime, requested, input: { cores: ofNode = 0 } }) =>
          sum + ofNode * (nodeTime[kind].present + requested[kind]),
        0,
      );
      const quota = quotas[kind] ?? Infinity;
      if (cores > quota) return `${cores} cores, the quota is ${quota}`;
    }
    return undefined;
  },
};
