import { renderAreaCharts } from '../terminal/area-chart.js';
import { elapsedText } from './elapsed-text.js';
import { renderSurroundings } from './environment/render-surroundings.js';
import { jobScheduleLines, jobSpans } from './job-schedule/job-schedule-lines.js';
import type { JobTasks } from './job-tasks.js';
import type { Life } from './life.js';
import type { LifeSpan } from './life-entry.js';
import { idText, kindText } from './subject-text.js';

const width = 60;

/** One row for each state, with a block wherever the subject was in it; a stretch too short to see gets one block. */
function timeLine(spans: readonly LifeSpan[]): string[] {
  const first = spans[0];
  if (first === undefined) return [];
  const start = first.from;
  const end = Math.max(...spans.map((span) => span.to));
  const scale = width / Math.max(1, end - start);
  const states = [...new Set(spans.map((span) => span.state))];
  const label = Math.max(...states.map((state) => state.length));
  const rows = states.map((state) => {
    const cells = Array.from({ length: width }, () => '·');
    let total = 0;
    for (const span of spans) {
      if (span.state !== state) continue;
      total += span.to - span.from;
      const left = Math.min(width - 1, Math.floor((span.from - start) * scale));
      const right = Math.max(left + 1, Math.min(width, Math.round((span.to - start) * scale)));
      cells.fill('█', left, right);
    }
    return `  ${state.padEnd(label)}  ${cells.join('')}  ${elapsedText(total)}`;
  });
  const scaleText = `${elapsedText(start)}${elapsedText(end).padStart(width - elapsedText(start).length)}`;
  return [...rows, `  ${' '.repeat(label)}  ${scaleText}`];
}

/** What became of the tasks of a job, and how many ran over time. */
function taskLines(tasks: JobTasks, logEnd: number): string[] {
  const { submitted, active, running, completed, failed, failureCodes } = tasks;
  const codes = Object.entries(failureCodes).map(([code, count]) => `${count} ${code}`);
  const failures = codes.length === 0 ? '' : ` (${codes.join(', ')})`;
  const at = (t: number | null): string => (t === null ? 'never' : elapsedText(t));
  const rows = [
    ['tasks', `${submitted} submitted`],
    ['at the end', `${active} active, ${running} running, ${completed} completed`],
    ['completed', `${failed} with a failure${failures}`],
    ['attempts', `${tasks.attempts}, ${tasks.requeues} of them requeued`],
    ['first start', at(tasks.firstStart)],
    ['last end', at(tasks.lastCompletion)],
    ['at once', `at most ${tasks.runningOverTime.peak} running`],
  ] as const;
  const { means, width: stretch } = tasks.runningOverTime;
  const covered = Math.max(logEnd, means.length * stretch);
  return [
    ...rows.map(([name, text]) => `  ${name.padEnd(11)}  ${text}`),
    '',
    ...renderAreaCharts([{ title: 'running', values: means }], covered / 1000).map(
      (line) => `  ${line}`,
    ),
  ];
}

/** How a life is told. */
export interface RenderOptions {
  /** Whether a task is shown the variables of 2014 and 2015 too. */
  readonly legacyNames?: boolean;
}

/**
 * The life as text: a time line of states, or of the tasks of a job, then every event, and what a task or the tasks of a node had
 * around them.
 */
export function renderLife(life: Life, { legacyNames = false }: RenderOptions = {}): string {
  const title = `${kindText(life.subject)} ${idText(life.subject)}`;
  const events = life.entries.map(({ t, time, text }) => `  ${elapsedText(t)}  ${time}  ${text}`);
  const { jobSchedule } = life;
  const jobs = jobSchedule === undefined ? [] : jobSpans(jobSchedule, life.logEnd);
  const line = [
    ...timeLine([...life.spans, ...jobs]),
    ...(jobSchedule === undefined ? [] : ['', ...jobScheduleLines(jobSchedule)]),
    ...(life.tasks === undefined ? [] : taskLines(life.tasks, life.logEnd)),
  ];
  return [
    title,
    '',
    ...line,
    ...(line.length > 0 && events.length > 0 ? [''] : []),
    ...events,
    ...(life.surroundings === undefined ? [] : renderSurroundings(life.surroundings, legacyNames)),
  ].join('\n');
}
