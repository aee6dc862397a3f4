import { effect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';

import { createChart, type DrawnChart } from '../../../src/report/html/client/chart.js';
import { zoomAll } from '../../../src/report/html/client/charts.js';
import type { PageChart } from '../../../src/report/html/page-data.js';
import { overlayCharts } from '../../../src/report/html/overlay-charts.js';
import { runCharts } from '../../../src/report/html/run-charts.js';
import { downloadText } from '../browser/download.js';
import { selectAt, selectedSeconds } from '../state/selection.js';
import type { Store } from '../state/store.js';
import type { SimulatedRun } from '../worker/messages.js';
import { FigureTable } from './figure-table.js';
import { NotesList } from './notes-list.js';
import { TimeCursor } from './time-cursor.js';

/** Figures and charts of the last simulation, with the time cursor above them. */
export function SimulationResults({ store }: { readonly store: Store }): JSX.Element {
  const runs = store.runs.value;
  const [first] = runs;
  const charts = useMemo(() => chartsOf(runs), [runs]);
  if (first === undefined) return <p class="hint">No simulation yet.</p>;
  return (
    <>
      <FigureTable runs={runs} />
      <TimeCursor store={store} />
      <Charts store={store} charts={charts} start={Date.parse(first.record.startTime)} />
      <NotesList runs={runs} />
      <div class="bar">
        {runs.map(({ json }, place) => {
          const name = runs.length === 1 ? 'run' : place === 0 ? 'run-a' : 'run-b';
          return (
            <button
              key={name}
              type="button"
              onClick={() => {
                downloadText(`${name}.json`, json);
              }}
            >
              Download {name}.json
            </button>
          );
        })}
      </div>
    </>
  );
}

/** Two formulas lie on top of each other in one set of charts. */
function chartsOf(runs: readonly SimulatedRun[]): PageChart[] {
  const [first, second] = runs;
  if (first === undefined) return [];
  if (second === undefined) return runCharts(first.record);
  return overlayCharts([
    { name: 'A', place: 0, record: first.record },
    { name: 'B', place: 1, record: second.record },
  ]);
}

interface ChartsProps {
  readonly store: Store;
  readonly charts: readonly PageChart[];
  /** Milliseconds since 1970. */
  readonly start: number;
}

/** The charts; a click chooses the evaluation at or before an instant, which all of them mark. */
function Charts({ store, charts, start }: ChartsProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const theme = store.theme.value;
  useEffect(() => {
    const drawn: DrawnChart[] = charts.map((chart) =>
      createChart(chart, start, {
        onZoom: (zoomed) => {
          zoomAll(drawn, zoomed);
        },
        marked: () => selectedSeconds(store),
        onChoose: (seconds) => {
          selectAt(store, seconds);
        },
      }),
    );
    place.current?.replaceChildren(...drawn.map(({ frame }) => frame));
    const marking = effect(() => {
      selectedSeconds(store);
      for (const chart of drawn) chart.plot()?.redraw(false);
    });
    return () => {
      marking();
      for (const chart of drawn) chart.plot()?.destroy();
    };
    // Charts take their colours from the theme when they are drawn.
  }, [store, charts, start, theme]);
  return <div class="charts" ref={place} />;
}
