import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import type { Timestamp } from '../../base/time/ticks.js';
import type { Fault, FaultRate, FaultTimes } from '../../simulator/faults/fault.js';
import type { FaultFile, FaultTimesFile } from '../schema/faults/fault-schema.js';
import type { Moment } from '../schema/time-fields.js';
import type { PoolFile } from '../schema/pool-schema.js';
import { poolIdOf } from './find-pool.js';
import { momentQuanta } from './moment-quanta.js';

/** Looks up the pools of faults and puts them on the clock of the run. */
export function readFaults(
  document: TextDocument,
  faults: readonly FaultFile[],
  pools: readonly PoolFile[],
  start: Timestamp,
  diagnostics: Diagnostic[],
): Fault[] {
  return faults.map((fault, index) => {
    const path = ['faults', index];
    const onPool =
      'poolId' in fault
        ? { poolId: poolIdOf(document, pools, fault.poolId, [...path, 'poolId'], diagnostics) }
        : {};
    const times = timesOf(fault.times, start, document, path, diagnostics);
    return { ...fault, ...onPool, times } as Fault;
  });
}

function timesOf(
  times: FaultTimesFile,
  start: Timestamp,
  document: TextDocument,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): FaultTimes | FaultRate {
  const quanta = (moment: Moment, key: string): number =>
    momentQuanta(moment, start, document, [...path, key], diagnostics);
  switch (times.kind) {
    case 'rate':
      return times;
    case 'at':
      return {
        kind: 'at',
        at: times.at.map((moment) => quanta(moment, 'at')).toSorted((a, b) => a - b),
      };
    case 'every': {
      const { every, from, until } = times;
      return {
        kind: 'every',
        every,
        from: from === undefined ? every : quanta(from, 'from'),
        until: until === undefined ? Infinity : quanta(until, 'until'),
      };
    }
  }
}
