import { describe, expect, it } from 'vitest';

import { randomScenario } from './random-scenario.js';
import type { Json } from './scenario-draft.js';
import { shrink } from './shrink.js';

type Draft = { readonly jobs?: { readonly tasks?: { readonly runTime?: number }[] }[] };

/** As if every task of more than 500 s broke something. */
const hasLongTask = (file: Json): Promise<boolean> =>
  Promise.resolve(
    (file as Draft).jobs?.some(({ tasks }) => tasks?.some(({ runTime = 0 }) => runTime > 500)) ??
      false,
  );

describe('shrinking a scenario', () => {
  it('leaves nothing but what is bad', async () => {
    const { file } = randomScenario(1);
    expect(await hasLongTask(file)).toBe(true);
    expect(await shrink(file, hasLongTask, 10_000)).toEqual({
      jobs: [{ tasks: [{ runTime: 501 }] }],
    });
  });

  it('makes durations in text shorter', async () => {
    const isLong = (file: Json): Promise<boolean> =>
      Promise.resolve(
        /^PT\d+S$/.test((file as { until?: string }).until ?? '') &&
          Number((file as { until: string }).until.slice(2, -1)) >= 70,
      );
    expect(await shrink({ until: 'PT9000S', seed: '7' }, isLong, 1000)).toEqual({ until: 'PT70S' });
  });

  it('gives up after a number of tries', async () => {
    let tries = 0;
    const bad = (): Promise<boolean> => {
      tries++;
      return Promise.resolve(false);
    };
    const file = { pools: [1, 2, 3], seed: 'x' };
    expect(await shrink(file, bad, 3)).toEqual(file);
    expect(tries).toBe(3);
  });
});
