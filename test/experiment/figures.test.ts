import { describe, expect, it } from 'vitest';

import { figures, figureValues } from '../../src/experiment/index.js';
import {
  nodeTime,
  poolRecord,
  runRecord,
  waitOfNoTask,
  withoutPrices,
} from '../report/run-record-fixture.js';

describe('figures of a run', () => {
  it('follow from the record', () => {
    expect(figureValues(runRecord())).toMatchObject({
      cost: 1.728,
      node_hours: 9,
      dedicated_node_hours: 9,
      spot_node_hours: 0,
      mean_wait: 120,
      p50_wait: 90,
      p95_wait: 400,
      p99_wait: 700,
      max_wait: 1234.5,
      makespan: 3500,
      peak_nodes: 4,
      // 8 slot hours of 10 node hours with 2 slots.
      utilisation: 0.4,
      idle_node_hours: 2,
      booting_node_hours: 1.5,
      tasks: 1200,
      failed: 10,
      retries: 12,
      requeues: 3,
      evaluations: 3,
      failed_evaluations: 1,
    });
  });

  it('add up pools and kinds', () => {
    const other = poolRecord({
      id: 'other',
      taskSlotsPerNode: 1,
      peakNodes: 7,
      nodes: {
        dedicated: nodeTime(),
        spot: nodeTime({
          presentSeconds: 36_000,
          billedSeconds: 18_000,
          preemptedSeconds: 14_400,
          slotSeconds: 7200,
          preemptions: 2,
        }),
      },
    });
    expect(figureValues(runRecord({ pools: [poolRecord(), other] }))).toMatchObject({
      node_hours: 14,
      dedicated_node_hours: 9,
      spot_node_hours: 5,
      peak_nodes: 11,
      preemptions: 2,
      // A preempted node has no VM and so no slots: (8 + 2) of (20 + 6) slot hours.
      utilisation: 10 / 26,
    });
  });

  it('that do not exist are null: the cost without prices, the wait of no task, the use of no node', () => {
    const record = runRecord({
      wait: waitOfNoTask,
      pools: [poolRecord({ nodes: { dedicated: nodeTime(), spot: nodeTime() } })],
    });
    expect(figureValues(withoutPrices(record))).toMatchObject({
      cost: null,
      mean_wait: null,
      utilisation: null,
    });
  });

  it('have names that an assertion can hold', () => {
    expect(figures.filter(({ id }) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  });
});
