import { describe, expect, it } from 'vitest';

import type { JobInput } from '../../../src/simulator/index.js';
import type { ExitConditions } from '../../../src/workload/exit-conditions.js';
import type { TaskSettings } from '../../../src/workload/task-settings.js';
import { requestsOf, runLogged, runOnOneNode, type LoggedRun } from '../../support/logged-run.js';
import {
  input,
  pool,
  seconds,
  type InputSettings,
  type TestTask,
} from '../../support/simulation-input.js';

/** A job that heeds exit options. */
const heedful: JobInput = {
  id: 'job',
  pool: 0,
  maxTaskRetryCount: 0,
  onTaskFailure: 'performexitoptionsjobaction',
};

interface Run extends LoggedRun {
  readonly states: string;
  readonly reason: unknown;
}

/** One task that ends as it is told, then another that would run after it, in a job that heeds exit options. */
function run(
  first: Omit<TestTask, 'runs'>,
  job: Partial<JobInput> = {},
  parameters: InputSettings['parameters'] = {},
  others: readonly TestTask[] = [{ runs: 100 }],
): Run {
  const logged = runOnOneNode({
    jobs: [{ ...heedful, usesTaskDependencies: true, ...job }],
    tasks: [{ ...first, runs: 10 }, ...others],
    parameters,
  });
  const changes = logged.log.filter(({ event }) => event === 'JobStateChange');
  return {
    ...logged,
    states: changes.map(({ t, body }) => `${String(body['to'])}@${t / 1000}`).join(' '),
    reason: changes.at(-1)?.body['terminateReason'],
  };
}

const after = (conditions: ExitConditions, more: TaskSettings = {}): TaskSettings => ({
  exitConditions: conditions,
  ...more,
});
const terminated = 'active@0 terminating@10 completed@10';
const terminate = { jobAction: 'terminate' } as const;
const none = { jobAction: 'none' } as const;

describe('jobAction (service.md section 4.5)', () => {
  it('terminate ends the job with reason TaskFailed, and nothing of it starts any more', () => {
    const { record, states, reason } = run({
      exitCode: 3,
      settings: after({ exitCodes: [{ code: 3, exitOptions: terminate }] }),
    });
    expect([states, reason]).toEqual([terminated, 'TaskFailed']);
    expect(record.tasks).toMatchObject({ attempts: 1, active: 1 });
  });

  it('disable disables the job as with requeue: running tasks are stopped to run again later', () => {
    const { record, states } = run(
      { exitCode: 3, settings: after({ default: { jobAction: 'disable' } }) },
      {},
      {},
      [{ runs: 100 }],
    );
    expect(states).toBe('active@0 disabling@10 disabled@10');
    expect(record.end.stalledTasks?.[0]?.reason).toBe('its job is disabled');
  });

  it('disable requeues tasks of the job that run elsewhere', () => {
    const { record } = runLogged(
      input({
        pools: [pool({ targetDedicatedNodes: 2 })],
        jobs: [heedful],
        tasks: [
          { runs: 10, exitCode: 1, settings: after({ default: { jobAction: 'disable' } }) },
          { runs: 100 },
        ],
        operations: requestsOf([[50, { kind: 'enableJob', jobId: 'job' }]]),
      }),
    );
    expect(record.tasks.requeues).toBe(1);
    expect(record.makespanSeconds).toBe(150);
  });

  it('none lets the job go on', () => {
    const { record } = run({ exitCode: 3, settings: after({ default: none }) });
    expect(record.tasks).toMatchObject({ failed: 1, succeeded: 1 });
  });

  it('is terminate by default for every end but exit code 0', () => {
    expect(run({ exitCode: 3, settings: after({ default: {} }) }).states).toBe(terminated);
    expect(run({ exitCode: 0, settings: after({ default: {} }) }).states).toBe('active@0');
    const zero = after({ exitCodes: [{ code: 0, exitOptions: {} }] });
    expect(run({ exitCode: 0, settings: zero }).states).toBe('active@0');
  });

  it('of a task without exit options is a parameter (S4.4)', () => {
    expect(run({ exitCode: 3 }).states).toBe(terminated);
    const harmless = { 'job.action_without_exit_options': 'none' } as const;
    expect(run({ exitCode: 3 }, {}, harmless).states).toBe('active@0');
  });

  it('counts only where onTaskFailure is performexitoptionsjobaction', () => {
    const settings = after({ default: terminate });
    expect(run({ exitCode: 3, settings }, { onTaskFailure: 'noaction' }).states).toBe('active@0');
  });

  it('waits for the last retry (S4.4)', () => {
    const settings = after({ default: terminate }, { maxTaskRetryCount: 2 });
    const { states } = run({ exitCode: 3, settings }, {}, {}, []);
    expect(states).toBe('active@0 terminating@30 completed@30');
  });

  it('of a task that is ended from outside is none', () => {
    const { text } = runOnOneNode({
      jobs: [heedful],
      tasks: [{ runs: 10, settings: after({ default: terminate }) }],
      operations: requestsOf([[5, { kind: 'terminateTask', jobId: 'job', taskId: 'task-0' }]]),
    });
    expect(text).not.toContain('terminating');
  });
});

describe('which condition an end meets (service.md section 4.5)', () => {
  const acts = (first: Omit<TestTask, 'runs'>): boolean => run(first).reason === 'TaskFailed';

  it('an exit code, before a range that holds it, before the default', () => {
    const conditions: ExitConditions = {
      exitCodes: [{ code: 5, exitOptions: none }],
      exitCodeRanges: [{ start: 4, end: 6, exitOptions: terminate }],
      default: none,
    };
    const ends = [3, 4, 5, 6, 7].map((exitCode) => acts({ exitCode, settings: after(conditions) }));
    expect(ends).toEqual([false, true, false, true, false]);
  });

  it('the default covers every other failure, but never exit code 0', () => {
    expect(acts({ exitCode: 9, settings: after({ default: terminate }) })).toBe(true);
    expect(acts({ exitCode: 0, settings: after({ default: terminate }) })).toBe(false);
    expect(
      acts({
        exitCode: 0,
        settings: after({ default: terminate }, { failures: [{ code: 'BlobNotFound', share: 1 }] }),
      }),
    ).toBe(true);
  });

  it('preProcessingError covers what fails before the command', () => {
    const failures = [{ code: 'BlobNotFound', share: 1 }] as const;
    const conditions = { preProcessingError: terminate, default: none };
    expect(acts({ settings: after(conditions, { failures }) })).toBe(true);
    expect(acts({ exitCode: 1, settings: after(conditions) })).toBe(false);
  });

  it('fileUploadError covers a failed upload, unless the exit code is listed', () => {
    const failures = [{ code: 'FileUploadMiscError', share: 1 }] as const;
    const upload = { fileUploadError: terminate, default: none };
    expect(acts({ exitCode: 0, settings: after(upload, { failures }) })).toBe(true);
    const listed = { ...upload, exitCodes: [{ code: 4, exitOptions: none }] };
    expect(acts({ exitCode: 4, settings: after(listed, { failures }) })).toBe(false);
  });

  it('an attempt that reached maxWallClockTime has the exit code of the service', () => {
    const limit = { maxWallClockTime: seconds(5) };
    const code = -1_073_741_510;
    const { states } = run({
      settings: after({ exitCodes: [{ code, exitOptions: terminate }], default: none }, limit),
    });
    expect(states).toBe('active@0 terminating@5 completed@5');
  });
});

describe('dependencyAction (service.md section 4.5)', () => {
  const child: TestTask = { runs: 10, settings: { dependsOn: { taskIds: ['task-0'] } } };
  const childRuns = (first: Omit<TestTask, 'runs'>): boolean =>
    run(first, { onTaskFailure: 'noaction' }, {}, [child]).record.tasks.attempts === 2;

  it('is satisfy for exit code 0 and block for every other end by default', () => {
    expect(childRuns({ exitCode: 0 })).toBe(true);
    expect(childRuns({ exitCode: 1 })).toBe(false);
    expect(childRuns({ exitCode: 1, settings: after({ default: {} }) })).toBe(false);
  });

  it('satisfy lets the children of a failed task run', () => {
    const settings = after({ default: { dependencyAction: 'satisfy' } });
    expect(childRuns({ exitCode: 1, settings })).toBe(true);
  });

  it('block keeps the children of a successful task waiting', () => {
    const settings = after({
      exitCodes: [{ code: 0, exitOptions: { dependencyAction: 'block' } }],
    });
    expect(childRuns({ exitCode: 0, settings })).toBe(false);
  });
});
