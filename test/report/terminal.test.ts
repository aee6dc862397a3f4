import { describe, expect, it } from 'vitest';

import { plainPalette, type Palette } from '../../src/base/diagnostics/render.js';
import type { SourceText } from '../../src/base/text/source-text.js';
import {
  checkAssertions,
  compare,
  derivedSeeds,
  figureValues,
  parseAssertion,
  type Comparison,
} from '../../src/experiment/index.js';
import {
  comparisonNotes,
  renderComparison,
  renderRuns,
  renderRunSummary,
  runNotes,
} from '../../src/report/index.js';
import { parametersWith, type RunRecord } from '../../src/simulator/index.js';
import { input } from '../support/simulation-input.js';
import {
  nodeTime,
  poolRecord,
  runRecord,
  waitOfNoTask,
  withoutPrices,
} from './run-record-fixture.js';

function summary(record: RunRecord, palette: Palette = plainPalette, ...demands: string[]): string {
  const assertions = checkAssertions(
    demands.map((text) => parseAssertion(text).value!),
    figureValues(record),
  );
  return renderRunSummary(record, { palette, notes: runNotes(record), assertions });
}

const golden = (name: string): string => `__snapshots__/${name}.txt`;

describe('the summary of a run', () => {
  it('shows tasks, waits, nodes by kind, autoscale, cost, a picture and notes', async () => {
    await expect(
      summary(runRecord(), plainPalette, 'p95_wait<10m', 'failed_evaluations==0'),
    ).toMatchFileSnapshot(golden('summary'));
  });

  it('of a run without prices that was interrupted, with spot nodes and no task that started', async () => {
    const record = runRecord({
      end: { reason: 'interrupted', atSeconds: 90, partial: true },
      wait: waitOfNoTask,
      unverified: ['sampleOrder'],
      pools: [
        poolRecord({
          nodes: {
            dedicated: nodeTime(),
            spot: nodeTime({ presentSeconds: 360, allocated: 2, peakNodes: 2 }),
          },
          resizeErrors: [{ code: 'AllocationTimedout', message: 'no nodes' }],
        }),
      ],
    });
    await expect(summary(withoutPrices(record))).toMatchFileSnapshot(golden('summary-interrupted'));
  });

  it('of a run that cannot go on names the tasks that wait for ever', () => {
    const record = runRecord({
      end: {
        reason: 'stalled',
        atSeconds: 100,
        partial: false,
        stalledTasks: [{ jobId: 'j', taskId: 't', reason: 'requiredSlots is larger than 1' }],
      },
    });
    const text = summary(record);
    expect(text).toContain('the tasks left over can never end');
    expect(text).toContain('j/t');
    expect(text).toContain('requiredSlots is larger than 1');
  });

  it('shows no control character of an id', () => {
    const evil = '\u001b]0;owned\u0007';
    const text = summary(runRecord({ name: evil, pools: [poolRecord({ id: evil })] }));
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    expect(text).toContain('\\u001b]0;owned\\u0007');
  });

  it('says what became of jobs and of each job schedule', () => {
    const schedule = { id: 'month-end', state: 'active', jobsCreated: 4 } as const;
    const text = summary(
      runRecord({
        jobFigures: {
          created: 1205,
          states: { completed: 1204, active: 1 },
          terminateReasons: { AllTasksComplete: 2, MaxWallClockTimeExpiry: 1202 },
        },
        jobSchedules: [
          { ...schedule, recurrencesMissed: 0 },
          { ...schedule, id: 'hourly', state: 'disabled', jobsCreated: 1, recurrencesMissed: 1 },
        ],
      }),
    );
    expect(text).toContain(
      [
        'jobs       1,205 created: 1,204 completed (1,202 MaxWallClockTimeExpiry, 2 AllTasksComplete), 1 active',
        'schedule   month-end: 4 jobs, 0 recurrences missed',
        'schedule   hourly: 1 job, 1 recurrence missed, disabled',
      ].join('\n'),
    );
    expect(summary(runRecord())).not.toMatch(/^(jobs|schedule) /m);
  });

  it('counts the schedules and reasons that it has no room for', () => {
    const reasons = Array.from({ length: 7 }, (_, number) => [`reason ${number}`, 1] as const);
    const text = summary(
      runRecord({
        jobFigures: {
          created: 7,
          states: { completed: 7 },
          terminateReasons: Object.fromEntries(reasons),
        },
        jobSchedules: Array.from({ length: 12 }, (_, number) => ({
          id: `schedule-${number}`,
          state: 'active' as const,
          jobsCreated: 0,
          recurrencesMissed: 0,
        })),
      }),
    );
    expect(text).toContain('1 reason 4, 2 other reasons)');
    expect(text).toContain('schedule-9');
    expect(text).not.toContain('schedule-10');
    expect(text).toContain('and 2 more schedules');
  });

  it('says which operations the service refused', () => {
    const operations = [
      {
        atSeconds: 600,
        kind: 'resizePool',
        poolId: 'render',
        httpStatus: 409,
        error: { httpStatus: 409, code: 'AutoScalingEnabled', message: 'autoscaling is enabled' },
      },
    ] as const;
    expect(summary(runRecord({ operations }))).toContain(
      'warning: resizePool of pool render after 10m was refused: 409 AutoScalingEnabled',
    );
  });

  it('names the parameters that are placeholders, until they are set', () => {
    const text = (overrides: object): string =>
      runNotes(runRecord(), parametersWith(overrides))
        .map((note) => note.text)
        .join('\n');
    expect(text({})).toContain('alloc.extra_node_s');
    expect(text({ 'alloc.extra_node_s': { constant: 1 } })).not.toContain('alloc.extra_node_s');
  });
});

describe('the table of autoscale runs', () => {
  it('shows time, current and target nodes, variables and errors', async () => {
    await expect(renderRuns(runRecord(), plainPalette)).toMatchFileSnapshot(golden('runs'));
  });

  it('is empty without an autoscale pool', () => {
    const { autoScale, ...pool } = poolRecord();
    expect(autoScale).toBeDefined();
    expect(renderRuns(runRecord({ pools: [pool] }), plainPalette)).toBe('');
  });
});

/** Three formulas whose runs differ in wait and cost. */
async function comparison(seedCount: number): Promise<Comparison> {
  const formulas: SourceText[] = ['old', 'new', 'spot'].map((name) => ({
    name: `formulas/${name}.autoscale`,
    text: '',
  }));
  const seeds = derivedSeeds('42', seedCount);
  const records = new Map<object, RunRecord>();
  return compare({
    formulas,
    seeds,
    makeInput: (formula, seed) => {
      const made = input({ name: 'night', seed, tasks: [] });
      const luck = seeds.indexOf(seed);
      const place = formulas.indexOf(formula);
      const { wait, cost, ...rest } = runRecord();
      records.set(made, {
        ...rest,
        wait: { ...wait, meanSeconds: 120 + 10 * luck + 40 * place + (place === 1 ? luck : 0) },
        cost: { ...cost!, total: String(10 + luck - 2 * place * (luck - 1)) },
      });
      return made;
    },
    run: (made) => Promise.resolve(records.get(made)!),
  });
}

describe('the table of a comparison', () => {
  it('shows means, intervals and paired differences, and marks what may be noise', async () => {
    const compared = await comparison(3);
    const notes = comparisonNotes(compared);
    await expect(renderComparison(compared, { palette: plainPalette, notes })).toMatchFileSnapshot(
      golden('comparison'),
    );
  });

  it('of one seed says that differences may be noise', async () => {
    const compared = await comparison(1);
    const text = renderComparison(compared, {
      palette: plainPalette,
      notes: comparisonNotes(compared),
    });
    expect(text).toMatch(/^warning: one seed: differences may be noise/m);
    expect(text).not.toContain('±');
  });
});
