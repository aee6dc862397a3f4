import { formatDuration } from '../../../src/report/format/duration.js';
import type { PageChart, PageMoment } from '../../../src/report/html/page-data.js';

const width = 760;
const plot = { left: 52, right: 12, top: 30, height: 120 };
const panelHeight = plot.top + plot.height + 34;
const colours = ['#0b6bb8', '#c2660a'];
const fault = '#a5380a';
const faint = '#5b6875';

/** Two decimals are a hundredth of a pixel; the same picture on every machine. */
const at = (value: number): string => String(Math.round(value * 100) / 100);

interface Scales {
  readonly x: (seconds: number) => number;
  readonly y: (value: number) => number;
  readonly end: number;
  readonly highest: number;
}

/** The charts of a report below each other, as a picture for a page; later lines are drawn thinner. */
export function chartsSvg(charts: readonly PageChart[], moments: readonly PageMoment[]): string {
  const panels = charts.map(
    (chart, i) => `<g transform="translate(0 ${i * panelHeight})">\n${panel(chart, moments)}\n</g>`,
  );
  const height = charts.length * panelHeight;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="11">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${panels.join('\n')}
</svg>
`;
}

function panel(chart: PageChart, moments: readonly PageMoment[]): string {
  const scales = scalesOf(chart);
  return [
    `<text x="${plot.left}" y="18" font-weight="600">${chart.title}</text>`,
    legend(chart),
    ...moments.map((moment) => momentMark(moment, scales)),
    axes(chart, scales),
    ...chart.series.map(
      ({ values }, i) =>
        `<path d="${path(chart, values, scales)}" fill="none" stroke="${colours[i]!}" stroke-width="${i === 0 ? 2.5 : 1.5}"/>`,
    ),
  ].join('\n');
}

function scalesOf({ seconds, series }: PageChart): Scales {
  const end = seconds.at(-1)!;
  const highest = Math.max(1, ...series.flatMap(({ values }) => values.map((v) => v ?? 0)));
  const inner = width - plot.left - plot.right;
  return {
    end,
    highest,
    x: (s) => plot.left + (inner * s) / end,
    y: (value) => plot.top + plot.height * (1 - value / (highest * 1.05)),
  };
}

function path({ seconds }: PageChart, values: readonly (number | null)[], s: Scales): string {
  let d = '';
  let last: number | undefined;
  for (const [i, value] of values.entries()) {
    if (value === null) break;
    const x = at(s.x(seconds[i]!));
    if (last === undefined) d = `M${x} ${at(s.y(value))}`;
    else if (value !== last) d += `H${x}V${at(s.y(value))}`;
    last = value;
    if (i === values.length - 1 || values[i + 1] === null) d += `H${x}`;
  }
  return d;
}

function legend({ series }: PageChart): string {
  return series
    .map(({ label }, i) => {
      const x = width - plot.right - 170 + i * 90;
      return `<path d="M${x} 14h18" stroke="${colours[i]!}" stroke-width="2.5"/><text x="${x + 23}" y="18">${label}</text>`;
    })
    .join('');
}

/** A stretch is tinted; its beginning, and a point in time, is a line. */
function momentMark({ kind, atSeconds, endSeconds }: PageMoment, s: Scales): string {
  const colour = kind === 'operation' ? faint : fault;
  const x = s.x(atSeconds);
  const line = `<path d="M${at(x)} ${plot.top}v${plot.height}" stroke="${colour}" stroke-dasharray="2 3"/>`;
  if (endSeconds === undefined) return line;
  const stretch = `<rect x="${at(x)}" y="${plot.top}" width="${at(s.x(endSeconds) - x)}" height="${plot.height}" fill="${colour}" fill-opacity="0.1"/>`;
  return `${stretch}${line}`;
}

function axes({ yLabel }: PageChart, s: Scales): string {
  const bottom = plot.top + plot.height;
  const yTicks = [0, tickBelow(s.highest) / 2, tickBelow(s.highest)];
  const step = [1800, 3600, 2 * 3600, 4 * 3600, 6 * 3600, 12 * 3600].find((t) => s.end / t <= 9)!;
  const xTicks = Array.from({ length: Math.floor(s.end / step) + 1 }, (_, i) => i * step);
  return [
    ...yTicks.map(
      (v) =>
        `<path d="M${plot.left} ${at(s.y(v))}H${width - plot.right}" stroke="#d9dee4"/><text x="${plot.left - 6}" y="${at(s.y(v) + 4)}" text-anchor="end" fill="${faint}">${v}</text>`,
    ),
    ...xTicks.map(
      (t) =>
        `<text x="${at(s.x(t))}" y="${bottom + 16}" text-anchor="middle" fill="${faint}">${formatDuration(t)}</text>`,
    ),
    `<text x="14" y="${plot.top + plot.height / 2}" text-anchor="middle" fill="${faint}" transform="rotate(-90 14 ${plot.top + plot.height / 2})">${yLabel}</text>`,
  ].join('\n');
}

/** The highest of 2, 4, 10, 20, 40, 100, ... that is not above a value; 1 below 2. */
function tickBelow(value: number): number {
  let found = 1;
  for (let power = 1; power <= value; power *= 10) {
    for (const factor of [2, 4, 10]) if (power * factor <= value) found = power * factor;
  }
  return found;
}
