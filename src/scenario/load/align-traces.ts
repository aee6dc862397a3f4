import { formatInstant } from '../../base/time/format-instant.js';
import type { Quanta } from '../../base/time/quanta.js';
import { ticksPerDay, ticksPerQuantum, type Timestamp } from '../../base/time/ticks.js';
import { timestampFromParts } from '../../base/time/calendar.js';
import { skippedText } from '../../workload/read/trace-report.js';
import { selectRows, submissionRange } from '../../workload/task-table.js';
import type { TraceWorkload, Workload } from './workload.js';

/** A trace with what is added to its submit times. */
export interface AlignedTrace {
  readonly trace: TraceWorkload;
  readonly shift: Quanta;
}

export interface Alignment {
  readonly start: Timestamp;
  /** In the order of the workloads. */
  readonly traces: ReadonlyMap<Workload, AlignedTrace>;
  readonly notes: readonly string[];
}

/** Start of a run whose scenario gives none and whose tasks have no date. */
const defaultStart = timestampFromParts(2026, 1, 1);

/** How long before its first submission a start still counts as meant for the recorded dates. */
const leadTicks = ticksPerDay;

function firstInstant(trace: TraceWorkload): Timestamp | undefined {
  const { origin } = trace.table;
  const range = submissionRange(trace.table);
  if (origin === undefined || range === undefined) return undefined;
  return origin + range.first * ticksPerQuantum;
}

function lastInstant(trace: TraceWorkload): Timestamp {
  const range = submissionRange(trace.table);
  return trace.table.origin! + (range?.last ?? 0) * ticksPerQuantum;
}

/** Leaves out tasks that were submitted before the start. */
function fromStart(trace: TraceWorkload, shift: Quanta, notes: string[]): AlignedTrace {
  const { table, name } = trace;
  const kept = selectRows(table, (row) => table.submitTime[row]! + shift >= 0);
  if (kept.length === table.length) return { trace, shift };
  notes.push(`${name}: ${table.length - kept.length} rows submitted before the start left out`);
  return { trace: { ...trace, table: kept }, shift };
}

/**
 * Puts recorded submissions on the clock of the run. Without a start, the run starts with the first recorded submission. A
 * given start within a trace, or up to a day before it, keeps the recorded dates; any other start moves the trace so that its
 * first submission is the start. Traces without dates count from the start of the run as they are.
 */
export function alignTraces(
  workloads: readonly Workload[],
  start: Timestamp | undefined,
): Alignment {
  const traces = new Map<Workload, AlignedTrace>();
  const notes: string[] = [];
  const recorded = workloads.filter((workload) => workload.kind === 'trace');
  const firsts = recorded.map(firstInstant).filter((instant) => instant !== undefined);
  const earliest = firsts.length === 0 ? defaultStart : Math.min(...firsts);
  const runStart = start ?? earliest;
  for (const trace of recorded) {
    const { table, name } = trace;
    const skipped = skippedText(table.skipped);
    notes.push(`${name}: arrivals as recorded, not re-timed`);
    if (skipped !== '') notes.push(`${name}: rows skipped: ${skipped}`);
    const first = firstInstant(trace);
    if (first === undefined) {
      traces.set(trace, { trace, shift: 0 });
    } else if (runStart >= first - leadTicks && runStart <= lastInstant(trace)) {
      const shift = Math.round((table.origin! - runStart) / ticksPerQuantum);
      traces.set(trace, fromStart(trace, shift, notes));
    } else if (start === undefined) {
      // Several traces without a given start keep their distances.
      const shift = Math.round((table.origin! - runStart) / ticksPerQuantum);
      traces.set(trace, { trace, shift });
    } else {
      traces.set(trace, { trace, shift: -table.submitTime[0]! });
      notes.push(
        `${name}: moved as a whole from ${formatInstant(first)} to the start at ${formatInstant(runStart)}`,
      );
    }
  }
  return { start: runStart, traces, notes };
}
