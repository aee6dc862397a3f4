import { describe, expect, it } from 'vitest';

import { timeAverage } from '../support/littles-law.js';
import { estimateWithControls, type Estimate } from './queueing/control-variates.js';
import { replicate, runStation, warmUp } from './queueing/run-station.js';
import { meanRunTime, stations, type Station } from './queueing/stations.js';

/** Seeds theory-1 to theory-40, fixed before the first run. */
const seeds = Array.from({ length: 40 }, (_, index) => `theory-${index + 1}`);
/** Half-width of an interval, as a share of theory. */
const widest = 0.01;
/** 95 % over all stations together (Bonferroni). */
const level = 1 - 0.05 / stations.length;

const found = new Map<Station, Estimate>();

describe('mean waits agree with queueing theory', () => {
  it.each(stations)('$name at load $load', { timeout: 600_000 }, (station) => {
    const estimate = estimateWithControls(
      seeds.map((seed) => replicate(station, seed)),
      level,
    );
    found.set(station, estimate);
    console.log(cells(station, estimate).join(', '));
    expect(estimate.halfWidth / station.theory).toBeLessThanOrEqual(widest);
    expect(Math.abs(estimate.mean - station.theory)).toBeLessThanOrEqual(estimate.halfWidth);
  });
});

describe("Little's law", () => {
  it.each(stations)(
    'L = lambda W, in the queue and in the system: $name at load $load',
    (station) => {
      const { record } = runStation(station, 'little', warmUp);
      const { series } = record.pools[0]!;
      const time = record.end.atSeconds;
      const average = (level: 'activeTasks' | 'runningTasks'): number =>
        timeAverage(series[level], series.stepSeconds, time);
      const arrivalRate = record.tasks.submitted / time;
      const wait = record.wait.meanSeconds!;
      const served = record.pools[0]!.nodes.dedicated.slotSeconds / record.tasks.submitted;
      expect(average('activeTasks')).toBeCloseTo(arrivalRate * wait, 9);
      expect(average('activeTasks') + average('runningTasks')).toBeCloseTo(
        arrivalRate * (wait + served),
        9,
      );
    },
  );
});

it('docs/queueing-theory.md has these figures', async (context) => {
  // Where only some of the stations were asked for, there is no page.
  if (found.size < stations.length) context.skip();
  const rows = stations.map((station) => cells(station, found.get(station)!));
  const page = [
    '# Queueing theory',
    '',
    'Written by `test/simulator/queueing-theory.test.ts`. Not for editing.',
    '',
    'Mean waits of simulated queues beside what theory says (Erlang C; Pollaczek and Khinchine): a pool of fixed size with one task',
    `slot a node, Poisson arrivals, a mean run time of ${meanRunTime} s. ${seeds.length} replications with fixed seeds, the first ${warmUp} tasks of each left out;`,
    'control variates are the first two moments of arrivals and run times. The intervals hold for all rows together with 95 %',
    '(Bonferroni).',
    '',
    ...tableLines([
      [
        'queue',
        'servers',
        'load',
        'tasks a replication',
        'theory, s',
        'simulated, s',
        'half-width',
      ],
      ...rows,
    ]),
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../../docs/queueing-theory.md');
});

function cells(station: Station, { mean, halfWidth }: Estimate): string[] {
  const { name, servers, load, theory, tasks } = station;
  const percent = ((100 * halfWidth) / theory).toFixed(2);
  return [
    name,
    `${servers}`,
    `${load}`,
    `${tasks}`,
    theory.toFixed(3),
    mean.toFixed(3),
    `${percent} %`,
  ];
}

/** A Markdown table with columns of equal width. */
function tableLines([head, ...rows]: readonly (readonly string[])[]): string[] {
  const widths = head!.map((_, column) =>
    Math.max(...[head!, ...rows].map((row) => row[column]!.length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head!), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
