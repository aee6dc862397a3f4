import type uPlot from 'uplot';

import { formatDuration } from '../../format/duration.js';
import type { Theme } from './theme.js';

const minute = 60;
const hour = 3600;
const day = 86_400;

/** Distances between ticks that people can count in, in seconds. */
const tickDistances = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 4, 7, 14, 28, 91, 182, 364].map((n) => n * day),
];

const font = '12px system-ui, sans-serif';
const labelFont = 'bold 12px system-ui, sans-serif';

/** What all axes have in common. */
export function axisStyle(theme: Theme): uPlot.Axis {
  return {
    stroke: theme.faint,
    font,
    labelFont,
    labelSize: 20,
    labelGap: 2,
    grid: { stroke: theme.grid, width: 1 },
    ticks: { stroke: theme.grid, width: 1, size: 5 },
  };
}

/** Time since the start of the run. */
export function elapsedAxis(theme: Theme): uPlot.Axis {
  return {
    ...axisStyle(theme),
    scale: 'x',
    label: 'time since start',
    size: 26,
    space: 70,
    incrs: tickDistances,
    values: (_, splits) => splits.map((seconds) => (seconds === 0 ? '0' : formatDuration(seconds))),
  };
}

/** `2026-03-02T08:05:00.000Z` of a moment of the run. */
function isoText(startMilliseconds: number, seconds: number): string {
  return new Date(startMilliseconds + Math.round(seconds * 1000)).toISOString();
}

/** `2026-03-02 08:05:00` */
export function clockText(startMilliseconds: number, seconds: number): string {
  return isoText(startMilliseconds, seconds).slice(0, 19).replace('T', ' ');
}

/** The same time as a clock shows it, in UTC. Its ticks stand at round clock times, not at round times since the start. */
export function clockAxis(theme: Theme, startMilliseconds: number): uPlot.Axis {
  const startSeconds = startMilliseconds / 1000;
  const axis: uPlot.Axis = {
    ...axisStyle(theme),
    scale: 'x',
    label: 'clock (UTC)',
    size: 44,
    space: 70,
    grid: { show: false },
    incrs: tickDistances,
    splits: (_, __, min, max, distance) => {
      const first = Math.ceil((min + startSeconds) / distance) * distance - startSeconds;
      const count = Math.max(0, Math.floor((max - first) / distance) + 1);
      return Array.from({ length: count }, (___, index) => first + index * distance);
    },
    values: (_, splits, __, ___, distance) =>
      splits.map((seconds, index) =>
        clockTick(isoText(startMilliseconds, seconds), index, distance),
      ),
  };
  // At the bottom: axes after the first are vertical unless told otherwise.
  return Object.assign(axis, { side: 2 });
}

/** The date stands under the first tick and under each midnight. */
function clockTick(iso: string, index: number, distance: number): string {
  const date = iso.slice(0, 10);
  if (distance >= day) return date;
  const time = iso.slice(11, distance < minute ? 19 : 16);
  return index === 0 || iso.slice(11, 19) === '00:00:00' ? `${time}\n${date}` : time;
}
