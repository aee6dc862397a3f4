import type uPlot from 'uplot';

import type { PageData } from '../page-data.js';
import { createChart, type DrawnChart } from './chart.js';
import { element } from './element.js';
import { onThemeChange } from './theme.js';

/** All charts, with one cursor and one zoom. */
export function chartsSection({
  charts,
  moments,
  startMilliseconds,
}: PageData): HTMLElement | undefined {
  if (charts.length === 0) return undefined;
  const drawn: DrawnChart[] = charts.map((chart) =>
    createChart(chart, startMilliseconds, {
      moments,
      onZoom: (zoomed) => {
        zoomAll(drawn, zoomed);
      },
    }),
  );
  onThemeChange(() => {
    for (const chart of drawn) chart.draw();
  });
  return element(
    'section',
    'charts',
    element('h2', '', 'Over time'),
    element(
      'p',
      'hint',
      'Drag to zoom in, double-click to see all. A click on a name in a legend hides its line.',
    ),
    ...drawn.map(({ frame }) => frame),
  );
}

/** Charts of one page show the same part of the time. */
export function zoomAll(charts: readonly DrawnChart[], zoomed: uPlot): void {
  const { min, max } = zoomed.scales['x']!;
  if (min === undefined || max === undefined) return;
  for (const other of charts) {
    const plot = other.plot();
    const own = plot?.scales['x'];
    if (plot === undefined || plot === zoomed || (own?.min === min && own.max === max)) continue;
    plot.setScale('x', { min, max });
  }
}
