import type { FaultRecord } from '../../simulator/faults/fault.js';
import type { OperationOutcome } from '../../simulator/operations/operation.js';
import type { RunRecord } from '../../simulator/record/run-record.js';
import { counted } from '../format/counted.js';
import { operationSubject } from '../notes/operation-subject.js';
import type { PageMoment } from './page-data.js';

/** Faults and operations of a run, in the order of time. */
export function runMoments(record: RunRecord): PageMoment[] {
  const ofFaults = (record.faults ?? []).flatMap((fault) => faultMoments(fault, record, 'counted'));
  return inOrder([...ofFaults, ...operationMoments(record.operations)]);
}

/** What all runs of a comparison met at the same time; how many nodes a fault struck depends on the formula. */
export function commonMoments(records: readonly RunRecord[]): PageMoment[] {
  const [first, ...others] = records.map((record) =>
    inOrder([
      ...(record.faults ?? []).flatMap((fault) => faultMoments(fault, record, 'uncounted')),
      ...operationMoments(record.operations),
    ]),
  );
  if (first === undefined) return [];
  const key = ({ kind, atSeconds, text }: PageMoment): string => `${kind} ${atSeconds} ${text}`;
  const keys = others.map((moments) => new Set(moments.map(key)));
  return first.filter((moment) => keys.every((own) => own.has(key(moment))));
}

function inOrder(moments: readonly PageMoment[]): PageMoment[] {
  return moments.toSorted((a, b) => a.atSeconds - b.atSeconds);
}

function faultMoments(
  { kind, poolId, strikes }: FaultRecord,
  { end, pools }: RunRecord,
  counts: 'counted' | 'uncounted',
): PageMoment[] {
  const pool = poolId === undefined || pools.length === 1 ? '' : ` of pool ${poolId}`;
  return strikes.map(({ atSeconds, endSeconds, nodes }) => {
    const struck =
      nodes === undefined || counts === 'uncounted' ? '' : `: ${counted(nodes, 'node')}`;
    return {
      kind: 'fault',
      atSeconds,
      ...(endSeconds === undefined ? {} : { endSeconds: endSeconds ?? end.atSeconds }),
      text: `fault ${kind}${pool}${struck}`,
    };
  });
}

/** The same request for several nodes at one time is one moment for each of its answers. */
function operationMoments(operations: readonly OperationOutcome[]): PageMoment[] {
  const moments = new Map<string, { moment: PageMoment; requests: number }>();
  for (const outcome of operations) {
    const { kind, atSeconds, httpStatus, error } = outcome;
    const answer = error === undefined ? String(httpStatus) : `${httpStatus} ${error.code}`;
    const moment: PageMoment = {
      kind: error === undefined ? 'operation' : 'refused',
      atSeconds,
      text: `${kind}${operationSubject(outcome)}: ${answer}`,
    };
    const key = `${atSeconds} ${moment.text}`;
    moments.set(key, { moment, requests: (moments.get(key)?.requests ?? 0) + 1 });
  }
  return [...moments.values()].map(({ moment, requests }) =>
    requests === 1
      ? moment
      : { ...moment, text: `${moment.text}, ${counted(requests, 'request')}` },
  );
}
