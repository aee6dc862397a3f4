import { effect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';

import { createChart, type DrawnChart } from '../../../src/report/html/client/chart.js';
import { zoomAll } from '../../../src/report/html/client/charts.js';
import { momentsSection } from '../../../src/report/html/client/moments-section.js';
import { overlayCharts } from '../../../src/report/html/overlay-charts.js';
import type { PageChart, PageMoment } from '../../../src/report/html/page-data.js';
import { runCharts } from '../../../src/report/html/run-charts.js';
import { commonMoments, runMoments } from '../../../src/report/html/run-moments.js';
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
  const moments = useMemo(() => momentsOf(runs), [runs]);
  if (first === undefined) return <p class="hint">No simulation yet.</p>;
  const start = Date.parse(first.record.startTime);
  return (
    <>
      <FigureTable runs={runs} />
      <TimeCursor store={store} />
      <Charts store={store} charts={charts} moments={moments} start={start} />
      <Moments moments={moments} start={start} />
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

/** Faults and operations; of a comparison those that both formulas met. */
function momentsOf(runs: readonly SimulatedRun[]): PageMoment[] {
  const records = runs.map(({ record }) => record);
  return records.length === 1 ? runMoments(records[0]!) : commonMoments(records);
}

interface MomentsProps {
  readonly moments: readonly PageMoment[];
  /** Milliseconds since 1970. */
  readonly start: number;
}

/** The list of what the charts mark with numbers. */
function Moments({ moments, start }: MomentsProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const section = momentsSection({ moments, startMilliseconds: start });
    place.current?.replaceChildren(...(section === undefined ? [] : [section]));
  }, [moments, start]);
  return <div ref={place} />;
}

interface ChartsProps extends MomentsProps {
  readonly store: Store;
  readonly charts: readonly PageChart[];
}

/** The charts; a click chooses the evaluation at or before an instant, which all of them mark. */
function Charts({ store, charts, moments, start }: ChartsProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const theme = store.theme.value;
  useEffect(() => {
    const drawn: DrawnChart[] = charts.map((chart) =>
      createChart(chart, start, {
        moments,
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
  }, [store, charts, moments, start, theme]);
  return <div class="charts" ref={place} />;
}
