import type uPlot from 'uplot';

import type { PageMoment } from '../page-data.js';
import type { Theme } from './theme.js';

function colourOf({ kind }: PageMoment, { worse, faint }: Theme): string {
  return kind === 'fault' ? worse : faint;
}

/** Stretches of time, tinted behind the lines of a chart. */
export function drawMomentStretches(
  plot: uPlot,
  moments: readonly PageMoment[],
  theme: Theme,
): void {
  const { ctx, bbox } = plot;
  ctx.save();
  for (const moment of moments) {
    const { atSeconds, endSeconds } = moment;
    if (endSeconds === undefined) continue;
    const from = Math.max(bbox.left, plot.valToPos(atSeconds, 'x', true));
    const to = Math.min(bbox.left + bbox.width, plot.valToPos(endSeconds, 'x', true));
    if (to <= from) continue;
    ctx.fillStyle = `${colourOf(moment, theme)}1c`;
    ctx.fillRect(from, bbox.top, to - from, bbox.height);
  }
  ctx.restore();
}

/** Pixels beside its line at which a moment is pointed at. */
const reach = 6;
/** Moments that a legend has room for. */
const namedMoments = 3;

/** Number and words of the moments at an instant, or so near to it that a pointer cannot tell. */
export function momentsAt(
  plot: uPlot,
  moments: readonly PageMoment[],
  seconds: number | null,
): string[] {
  if (seconds === null) return [];
  const x = plot.valToPos(seconds, 'x');
  const near = moments
    .map(({ atSeconds, text }, index) => ({ atSeconds, text: `${index + 1} ${text}` }))
    .filter(({ atSeconds }) => Math.abs(plot.valToPos(atSeconds, 'x') - x) <= reach);
  const rest = near.length - namedMoments;
  return [
    ...near.slice(0, namedMoments).map(({ text }) => text),
    ...(rest > 0 ? [`${rest} more`] : []),
  ];
}

/** Lines at the points in time and at the starts of stretches, each with its number in the list where there is room. */
export function drawMomentLines(plot: uPlot, moments: readonly PageMoment[], theme: Theme): void {
  const { ctx, bbox } = plot;
  const pixel = devicePixelRatio;
  const height = 15 * pixel;
  ctx.save();
  ctx.font = `600 ${11 * pixel}px system-ui, sans-serif`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineWidth = pixel;
  let free = -Infinity;
  for (const [index, moment] of moments.entries()) {
    const x = plot.valToPos(moment.atSeconds, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.strokeStyle = colourOf(moment, theme);
    ctx.setLineDash([2 * pixel, 3 * pixel]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    const tag = String(index + 1);
    const width = ctx.measureText(tag).width + 8 * pixel;
    // A tag may stand a little beside its line, as where two moments are one point in time.
    const left = Math.max(x - width / 2, free);
    if (left - x > width) continue;
    free = left + width + 2 * pixel;
    ctx.setLineDash([]);
    ctx.fillStyle = theme.page;
    ctx.fillRect(left, bbox.top, width, height);
    ctx.strokeRect(left, bbox.top, width, height);
    ctx.fillStyle = colourOf(moment, theme);
    ctx.fillText(tag, left + width / 2, bbox.top + height / 2 + pixel);
  }
  ctx.restore();
}
