import type {
  NodeTimeFigures,
  PoolRecord,
  PoolSeries,
  RunRecord,
} from '../../src/simulator/record/run-record.js';
import type { AutoScaleRunRecord } from '../../src/simulator/pool/autoscale-run-record.js';

const hour = 3600;

export function nodeTime(changes: Partial<NodeTimeFigures> = {}): NodeTimeFigures {
  return {
    presentSeconds: 0,
    billedSeconds: 0,
    runningSeconds: 0,
    idleSeconds: 0,
    bootingSeconds: 0,
    leavingSeconds: 0,
    preemptedSeconds: 0,
    unavailableSeconds: 0,
    slotSeconds: 0,
    allocated: 0,
    removed: 0,
    preemptions: 0,
    peakNodes: 0,
    ...changes,
  };
}

export function autoScaleRun(changes: Partial<AutoScaleRunRecord> = {}): AutoScaleRunRecord {
  return {
    atSeconds: 0,
    results: '$TargetDedicatedNodes=0;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue',
    targetDedicatedNodes: 0,
    targetLowPriorityNodes: 0,
    nodeDeallocationOption: 'requeue',
    currentDedicatedNodes: 0,
    currentLowPriorityNodes: 0,
    ...changes,
  };
}

/** Four steps of 15 minutes: an empty pool grows to four nodes and shrinks again. */
const series: PoolSeries = {
  stepSeconds: 900,
  dedicatedNodes: [0, 4, 4, 1],
  spotNodes: [0, 0, 0, 0],
  idleNodes: [0, 1, 0, 1],
  targetDedicatedNodes: [4, 4, 4, 0],
  targetLowPriorityNodes: [0, 0, 0, 0],
  activeTasks: [8, 6, 2, 0],
  runningTasks: [0, 3, 4, 0],
  billedDedicatedSeconds: [0, 3600, 3600, 900],
  billedSpotSeconds: [0, 0, 0, 0],
};

export function poolRecord(changes: Partial<PoolRecord> = {}): PoolRecord {
  return {
    id: 'render',
    vmSize: 'Standard_D4s_v5',
    taskSlotsPerNode: 2,
    nodes: {
      dedicated: nodeTime({
        presentSeconds: 10 * hour,
        billedSeconds: 9 * hour,
        runningSeconds: 6 * hour,
        idleSeconds: 2 * hour,
        bootingSeconds: 1.5 * hour,
        leavingSeconds: 0.5 * hour,
        slotSeconds: 8 * hour,
        allocated: 5,
        removed: 5,
        peakNodes: 4,
      }),
      spot: nodeTime(),
    },
    peakNodes: 4,
    resizes: 3,
    resizeResults: { Success: 3 },
    resizeErrors: [],
    autoScale: {
      formula: '$TargetDedicatedNodes = 4;\n',
      evaluationIntervalSeconds: 900,
      evaluations: 3,
      failedEvaluations: 1,
      runs: [
        autoScaleRun({
          error: {
            code: 'InsufficientSampleData',
            message: 'Autoscale evaluation failed due to insufficient sample data',
            values: [
              {
                name: 'Message',
                value:
                  'Line 2, Col 24: Insufficient data from data set: $PendingTasks wanted 70%, received 0%',
              },
            ],
          },
        }),
        autoScaleRun({
          atSeconds: 900,
          results:
            '$TargetDedicatedNodes=4;$TargetLowPriorityNodes=0;$NodeDeallocationOption=taskcompletion;$tasks=8;cap=4',
          targetDedicatedNodes: 4,
          nodeDeallocationOption: 'taskcompletion',
        }),
        autoScaleRun({
          atSeconds: 1800,
          results:
            '$TargetDedicatedNodes=4;$TargetLowPriorityNodes=0;$NodeDeallocationOption=taskcompletion;$tasks=3;cap=4',
          targetDedicatedNodes: 4,
          nodeDeallocationOption: 'taskcompletion',
          currentDedicatedNodes: 4,
        }),
      ],
    },
    series,
    ...changes,
  };
}

/** The waits of a run in which no task started. */
export const waitOfNoTask: RunRecord['wait'] = {
  tasks: 0,
  totalSeconds: 0,
  meanSeconds: null,
  p50Seconds: null,
  p95Seconds: null,
  p99Seconds: null,
  maxSeconds: null,
};

/** A run made by hand: an hour, one pool, one failed evaluation. */
export function runRecord(changes: Partial<RunRecord> = {}): RunRecord {
  return {
    version: 1,
    name: 'night',
    seed: '42',
    startTime: '2026-03-02T08:00:00.000Z',
    end: { reason: 'drained', atSeconds: 3600, partial: false },
    tasks: {
      submitted: 1200,
      succeeded: 1190,
      failed: 10,
      active: 0,
      blocked: 0,
      running: 0,
      neverStarted: 0,
      attempts: 1215,
      retries: 12,
      requeues: 3,
      recoveries: 0,
      failureCodes: { FailureExitCode: 10 },
      terminated: 0,
    },
    wait: {
      tasks: 1200,
      totalSeconds: 144_000,
      meanSeconds: 120,
      p50Seconds: 90,
      p95Seconds: 400,
      p99Seconds: 700,
      maxSeconds: 1234.5,
    },
    makespanSeconds: 3500,
    pools: [poolRecord()],
    operations: [],
    cost: {
      currency: 'USD',
      lines: [
        {
          poolId: 'render',
          kind: 'dedicated',
          nodeHours: '9',
          pricePerNodeHour: '0.192',
          cost: '1.728',
        },
      ],
      total: '1.728',
    },
    unverified: [],
    notes: ['jobs.swf: arrivals as recorded, not re-timed'],
    events: 5000,
    ...changes,
  };
}

/** The same run without a price book. */
export function withoutPrices(record: RunRecord): RunRecord {
  const { cost, ...rest } = record;
  return cost === undefined ? record : rest;
}
