import { describe, expect, it } from 'vitest';

import { runNotes } from '../../src/report/index.js';
import type { RunRecord } from '../../src/simulator/index.js';
import { nodeTime, poolRecord, runRecord } from './run-record-fixture.js';

/** The notes that a record has and the usual one does not: `warning: ...`. */
function notesOf(changes: Partial<RunRecord>): string[] {
  const told = (record: RunRecord): string[] =>
    runNotes(record).map(({ severity, text }) => `${severity}: ${text}`);
  const usual = new Set(told(runRecord()));
  return told(runRecord(changes)).filter((text) => !usual.has(text));
}

describe('the notes on a run', () => {
  const upgrade = { poolId: 'render', atSeconds: 3600, endSeconds: 5400, nodes: 3 } as const;
  it.each([
    ['Completed', 'info: ', ' was on all of 3 nodes after 30m'],
    ['InProgress', 'info: ', ' was on 3 nodes at the end of the run'],
    ['Superseded', 'info: ', ' was superseded by a newer one after 3 nodes'],
    [
      'Stopped',
      'warning: ',
      ' was stopped after 3 nodes: too many nodes were unhealthy, or the pool was deleted',
    ],
    ['NotEnabled', 'warning: ', ' was not rolled out: enableAutomaticOSUpgrade is not true'],
    ['NoPool', 'warning: ', ' came to nothing: there was no pool of that id'],
  ] as const)('tell of an upgrade that ended as %s', (result, severity, text) => {
    expect(notesOf({ osUpgrades: [{ ...upgrade, result }] })).toEqual([
      `${severity}the operating system of pool render, new after 1h,${text}`,
    ]);
  });

  it('tell how often faults struck, and warn of one that never did', () => {
    const fault = { strikes: [], poolId: 'render' };
    const faults = [
      { ...fault, kind: 'nodeUnusable', occurrences: 2, nodes: 5 },
      { ...fault, kind: 'sampleLoss', occurrences: 1 },
      { kind: 'quotaChange', strikes: [], occurrences: 0 },
    ] as const;
    expect(notesOf({ faults })).toEqual([
      'info: fault nodeUnusable of pool render struck 2 times, 5 nodes',
      'info: fault sampleLoss of pool render struck 1 time',
      'warning: fault quotaChange never struck',
    ]);
  });

  it('tell refused requests, several nodes of one request in one line', () => {
    const error = {
      httpStatus: 409,
      code: 'NodeStateUnusable',
      message: 'The node is unusable.',
    };
    const refused = { kind: 'rebootNode', poolId: 'render', atSeconds: 60, httpStatus: 409, error };
    const operations = [
      { ...refused, nodeId: 'a' },
      { ...refused, nodeId: 'b' },
      { kind: 'resizePool', poolId: 'render', atSeconds: 60, httpStatus: 202 },
    ] as unknown as RunRecord['operations'];
    expect(notesOf({ operations })).toEqual([
      'warning: rebootNode of pool render after 1m was refused for 2 nodes: 409 NodeStateUnusable: The node is unusable.',
    ]);
  });

  it('warn of operations whose condition never held, of tasks that came too late, and of resizes that failed', () => {
    const untriedOperations = [{ kind: 'deletePool', poolId: 'render' }] as const;
    expect(notesOf({ untriedOperations })).toEqual([
      'warning: deletePool of pool render was never tried: its condition never held',
    ]);
    expect(notesOf({ tasks: { ...runRecord().tasks, refused: 1 } })).toEqual([
      'warning: 1 task could not be added: the job was ending or had ended, or had a task of the same id',
    ]);
    const resizeErrors = [{ code: 'AllocationTimedout', message: 'Too slow.' }];
    expect(notesOf({ pools: [poolRecord({ resizeErrors })] })).toEqual([
      'warning: the last resize of pool render ended with AllocationTimedout: Too slow.',
    ]);
  });

  it('say that no spot node was preempted, unless there were none, or a fault says how often', () => {
    const spot = nodeTime({ allocated: 2 });
    const pools = [poolRecord({ nodes: { ...poolRecord().nodes, spot } })];
    const note =
      'info: no spot node was preempted; the parameter preempt.rate_per_hour says how often';
    expect(notesOf({ pools })).toContain(note);
    expect(notesOf({})).not.toContain(note);
    const faults = [{ kind: 'preemption', poolId: 'render', strikes: [], occurrences: 1 }] as const;
    expect(notesOf({ pools, faults })).not.toContain(note);
  });

  it.each([
    ['drained', []],
    ['time', ['info: the run ended at its fixed time with 2 tasks queued and 1 running']],
    ['interrupted', ['warning: interrupted: the figures cover what was simulated until then']],
  ] as const)('tell the end of a run: %s', (reason, expected) => {
    const tasks = { ...runRecord().tasks, active: 2, running: 1 };
    expect(notesOf({ end: { reason, atSeconds: 7200, partial: false }, tasks })).toEqual(expected);
  });

  it('name some of the tasks that can never end, with the reason', () => {
    const stalledTasks = [{ jobId: 'job', taskId: 'a', reason: 'it needs more slots' }];
    const end = { reason: 'stalled', atSeconds: 7200, partial: false, stalledTasks } as const;
    const tasks = { ...runRecord().tasks, active: 1, running: 0 };
    expect(notesOf({ end, tasks })).toEqual([
      'warning: the run stopped because 1 task can never end (it needs more slots), among them job/a',
    ]);
  });
});
