import uPlot from 'uplot';

import { formatDuration } from '../../format/duration.js';
import { formatNumber } from '../../format/number.js';
import type { PageChart, PageMoment, PageSeries } from '../page-data.js';
import { drawMomentLines, drawMomentStretches, momentsAt } from './draw-moments.js';
import { element } from './element.js';
import { currentTheme, type Theme } from './theme.js';
import { axisStyle, clockAxis, clockText, elapsedAxis } from './time-axis.js';

const plotHeight = 330;

/** A chart in its frame; drawn anew when its width or the colours change. */
export interface DrawnChart {
  readonly frame: HTMLElement;
  draw(): void;
  readonly plot: () => uPlot | undefined;
}

export interface ChartOptions {
  readonly onZoom?: (zoomed: uPlot) => void;
  /** Faults and operations, in the order of time. */
  readonly moments?: readonly PageMoment[];
  /** An instant to mark by a line, in seconds since the start. */
  readonly marked?: () => number | undefined;
  /** A click on the chart chose an instant, in seconds since the start. */
  readonly onChoose?: (seconds: number) => void;
}

export function createChart(
  chart: PageChart,
  startMilliseconds: number,
  options: ChartOptions = {},
): DrawnChart {
  const box = element('div', 'plot');
  const labels = chart.series.map(({ label }) => label).join(', ');
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', `${chart.title} over time, in ${chart.yLabel}: ${labels}`);
  const frame = element('figure', 'chart', element('figcaption', '', chart.title), box);
  let plot: uPlot | undefined;
  const draw = (): void => {
    plot?.destroy();
    if (box.clientWidth === 0) return;
    plot = new uPlot(
      plotOptions(chart, startMilliseconds, currentTheme(), box.clientWidth, options),
      [[...chart.seconds], ...chart.series.map(({ values }) => [...values])],
      box,
    );
  };
  new ResizeObserver(() => {
    if (plot === undefined) draw();
    else if (plot.width !== box.clientWidth)
      plot.setSize({ width: box.clientWidth, height: plotHeight });
  }).observe(box);
  return { frame, draw, plot: () => plot };
}

function plotOptions(
  chart: PageChart,
  startMilliseconds: number,
  theme: Theme,
  width: number,
  { onZoom, moments = [], marked, onChoose }: ChartOptions,
): uPlot.Options {
  return {
    width,
    height: plotHeight,
    scales: {
      x: { time: false },
      y: { range: (_, __, max) => [0, max > 0 ? max * 1.05 : 1] },
    },
    axes: [elapsedAxis(theme), valueAxis(chart, theme), clockAxis(theme, startMilliseconds)],
    series: [
      {
        label: 'time',
        value: (plot, seconds: number | null) => {
          const shown = isPointedAt(plot) ? seconds : (marked?.() ?? null);
          return [timeText(startMilliseconds, shown), ...momentsAt(plot, moments, shown)].join(
            '; ',
          );
        },
      },
      ...chart.series.map((series, place) => plotSeries(series, place, chart, theme)),
    ],
    cursor: { sync: { key: 'report' }, drag: { x: true, y: false }, y: false, points: { size: 7 } },
    legend: {
      live: true,
      markers: {
        width: 2,
        dash: (_, index) => (chart.series[index - 1]?.style === 'dashed' ? 'dashed' : 'solid'),
      },
    },
    hooks: {
      setScale: [
        (plot, scale) => {
          if (scale === 'x') onZoom?.(plot);
        },
      ],
      drawClear: [(plot) => drawMomentStretches(plot, moments, theme)],
      draw: [
        ...(marked === undefined ? [] : [(plot: uPlot) => showMark(plot, marked(), theme)]),
        (plot) => drawMomentLines(plot, moments, theme),
      ],
      setLegend: marked === undefined ? [] : [(plot) => readAtMark(plot, marked())],
      ready: onChoose === undefined ? [] : [(plot) => chooseOnClick(plot, onChoose)],
    },
  };
}

function isPointedAt({ cursor }: uPlot): boolean {
  return (cursor.left ?? -1) >= 0;
}

/** Without a pointer on the charts, the legend has the values of the marked instant. */
function readAtMark(plot: uPlot, seconds: number | undefined): void {
  if (isPointedAt(plot)) return;
  const instants = plot.data[0];
  const last = seconds === undefined ? -1 : instants.findLastIndex((each) => each <= seconds);
  plot.setLegend({ idxs: plot.series.map(() => (last < 0 ? null : last)) }, false);
}

function showMark(plot: uPlot, seconds: number | undefined, { text }: Theme): void {
  readAtMark(plot, seconds);
  if (seconds === undefined) return;
  const { ctx, bbox } = plot;
  const x = plot.valToPos(seconds, 'x', true);
  if (x < bbox.left || x > bbox.left + bbox.width) return;
  ctx.save();
  ctx.strokeStyle = text;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

function chooseOnClick(plot: uPlot, onChoose: (seconds: number) => void): void {
  plot.over.addEventListener('click', ({ clientX }) => {
    onChoose(plot.posToVal(clientX - plot.over.getBoundingClientRect().left, 'x'));
  });
}

/** What the legend says of the moment under the pointer, or of the marked one. */
function timeText(startMilliseconds: number, seconds: number | null): string {
  if (seconds === null) return '–';
  return `${formatDuration(seconds)}, ${clockText(startMilliseconds, seconds)} UTC`;
}

function valueAxis(chart: PageChart, theme: Theme): uPlot.Axis {
  return {
    ...axisStyle(theme),
    scale: 'y',
    label: chart.yLabel,
    values: (_, splits) => splits.map(tickText),
    // uPlot asks before there are values, whatever its types say.
    size: (_, values: readonly string[] | null) => {
      const longest = Math.max(1, ...(values ?? []).map((text) => text.length));
      // The same width for usual labels, so that the time axes of charts stand below each other.
      return Math.max(60, 16 + longest * 7);
    },
  };
}

function tickText(value: number): string {
  if (value >= 1e6) return `${String(Number((value / 1e6).toPrecision(3)))}M`;
  if (value >= 1e4) return `${String(Number((value / 1e3).toPrecision(3)))}k`;
  return String(Number(value.toPrecision(4)));
}

/** Formulas often ask for the same nodes: lines that lie on top of each other show side by side, the later ones thinner. */
function lineWidth({ colour, style }: PageSeries, place: number, count: number): number {
  if (typeof colour !== 'string') return Math.min(6, 1.5 + 1.5 * (count - 1 - place));
  return style === 'area' ? 1 : 2;
}

const stepped = uPlot.paths.stepped!({ align: 1 });
const linear = uPlot.paths.linear!();

function plotSeries(
  series: PageSeries,
  place: number,
  chart: PageChart,
  theme: Theme,
): uPlot.Series {
  const stroke = theme.colour(series.colour);
  return {
    label: series.label,
    stroke,
    width: lineWidth(series, place, chart.series.length),
    paths: chart.shape === 'steps' ? stepped : linear,
    points: { show: false },
    value: (_, value: number | null) =>
      value === null ? '–' : formatNumber(value, Number.isInteger(value) ? 0 : 2),
    ...(series.style === 'area' ? { fill: `${stroke}38` } : {}),
    ...(series.style === 'dashed' ? { dash: [6, 4] } : {}),
  };
}
