import { describe, expect, it } from 'vitest';

import { runSimulation } from '../../src/experiment/index.js';
import { simulate } from '../../src/simulator/index.js';
import { input, scaledPool, seconds } from '../support/simulation-input.js';

const tasks = Array.from({ length: 500 }, (_, i) => ({ at: 7 * i, runs: 60 + (i % 17) }));
const scaled = (): ReturnType<typeof input> =>
  input({ tasks, pools: [scaledPool(() => ({ dedicated: 4 }))] });

/** Evaluates its formula for as long as nobody stops it. */
const endless = (): ReturnType<typeof input> =>
  input({
    tasks: [],
    pools: [scaledPool(() => ({ dedicated: 1 }))],
    until: { kind: 'time', at: seconds(3_153_600_000) },
  });

describe('a run in slices', () => {
  it('gives the same record as one without a break', async () => {
    expect(await runSimulation(scaled())).toEqual(simulate(scaled()));
  });

  it('ends with what there is when it is aborted', async () => {
    const controller = new AbortController();
    const progress: number[] = [];
    const record = await runSimulation(endless(), {
      signal: controller.signal,
      onProgress: ({ atSeconds }) => {
        progress.push(atSeconds);
        if (progress.length === 2) controller.abort();
      },
    });
    expect(record.end).toMatchObject({ reason: 'interrupted', partial: true });
    expect(record.end.atSeconds).toBe(progress[1]);
    expect(progress[1]!).toBeGreaterThan(progress[0]!);
  });

  it('lets others have their turn meanwhile', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 0);
    const record = await runSimulation(endless(), { signal: controller.signal });
    expect(record.end.reason).toBe('interrupted');
  });

  it('does nothing when it was aborted before it began', async () => {
    const record = await runSimulation(endless(), { signal: AbortSignal.abort() });
    expect(record.end).toEqual({ reason: 'interrupted', atSeconds: 0, partial: true });
  });
});
