import { formatDuration } from '../format/duration.js';
import { formatNumber } from '../format/number.js';

const blocks = ' ▁▂▃▄▅▆▇█';

export interface AreaChart {
  readonly title: string;
  /** In equal steps from the start of the run. */
  readonly values: readonly number[];
}

const chartWidth = 60;
const chartHeight = 3;

/** Means of `count` equal stretches; a shorter series is drawn out. */
export function stretched(values: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, column) => {
    const from = Math.floor((column * values.length) / count);
    const to = Math.max(from + 1, Math.floor(((column + 1) * values.length) / count));
    const part = values.slice(from, to);
    return part.reduce((total, value) => total + value, 0) / part.length;
  });
}

/** Charts above one time axis, each three lines high, drawn with eighths of a block. */
export function renderAreaCharts(charts: readonly AreaChart[], seconds: number): string[] {
  const drawn = charts.filter(({ values }) => values.length > 0);
  if (drawn.length === 0) return [];
  const prepared = drawn.map(({ title, values }) => {
    const columns = stretched(values, chartWidth);
    const top = Math.max(...columns);
    return {
      title,
      columns,
      top,
      label: formatNumber(top, top < 10 && !Number.isInteger(top) ? 1 : 0),
    };
  });
  const titleWidth = Math.max(...prepared.map(({ title }) => title.length));
  const labelWidth = Math.max(...prepared.map(({ label }) => label.length));
  const margin = ' '.repeat(titleWidth + 2 + labelWidth);
  const lines = prepared.flatMap(({ title, columns, top, label }) =>
    Array.from({ length: chartHeight }, (_, line) => {
      const cells = columns.map((value) => cell(value, top, chartHeight - 1 - line)).join('');
      const name = line === 0 ? title : '';
      const scale = line === 0 ? label : line === chartHeight - 1 ? '0' : '';
      const edge = scale === '' ? '│' : '┤';
      return `${name.padEnd(titleWidth)}  ${scale.padStart(labelWidth)} ${edge}${cells}`.trimEnd();
    }),
  );
  const end = formatDuration(seconds);
  return [
    ...lines,
    `${margin} └${'─'.repeat(chartWidth)}`,
    `${margin}  0${end.padStart(chartWidth - 1)}`,
  ];
}

/** A positive value shows at least its lowest block. */
function cell(value: number, top: number, level: number): string {
  if (top <= 0 || value <= 0) return ' ';
  const eighths = Math.max(1, Math.round((value / top) * chartHeight * 8));
  return blocks[Math.min(8, Math.max(0, eighths - level * 8))]!;
}
