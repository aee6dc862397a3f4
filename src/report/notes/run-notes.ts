import { parameterTable, type ParameterName } from '../../simulator/parameters/parameter-table.js';
import type { OperationOutcome } from '../../simulator/operations/operation.js';
import { parameterNames, type Parameters } from '../../simulator/parameters/parameters.js';
import type { RunRecord } from '../../simulator/record/run-record.js';
import type { AutoScaleRunRecord } from '../../simulator/pool/autoscale-run-record.js';
import { counted } from '../format/counted.js';
import { formatDuration } from '../format/duration.js';
import { formatNumber } from '../format/number.js';
import type { Note } from './note.js';
import { operationSubject } from './operation-subject.js';

/** The notes on one run; `parameters` are those it ran with, where they are known. */
export function runNotes(record: RunRecord, parameters?: Parameters): Note[] {
  return [
    ...endNotes(record),
    ...refusalNotes(record),
    ...evaluationNotes(record),
    ...resizeNotes(record),
    ...operationNotes(record),
    ...untriedNotes(record),
    ...faultNotes(record),
    ...osUpgradeNotes(record),
    ...record.notes.map(info),
    ...(record.cost === undefined ? [info('no prices given, so there is no cost')] : []),
    ...(record.cost?.note === undefined ? [] : [info(`prices: ${record.cost.note}`)]),
    ...spotNotes(record),
    ...unverifiedNotes(record),
    ...(parameters === undefined ? [] : placeholderNotes(record, parameters)),
  ];
}

const info = (text: string): Note => ({ severity: 'info', text });
const warning = (text: string): Note => ({ severity: 'warning', text });

function endNotes({ end, tasks }: RunRecord): Note[] {
  switch (end.reason) {
    case 'drained':
      return [];
    case 'time':
      return tasks.active + tasks.running === 0
        ? []
        : [
            info(
              `the run ended at its fixed time with ${counted(tasks.active, 'task')} queued and ${formatNumber(tasks.running)} running`,
            ),
          ];
    case 'interrupted':
      return [warning('interrupted: the figures cover what was simulated until then')];
    case 'stalled': {
      const stuck = end.stalledTasks ?? [];
      const names = stuck.map(({ jobId, taskId }) => `${jobId}/${taskId}`).join(', ');
      const reasons = [...new Set(stuck.map(({ reason }) => reason))].join('; ');
      return [
        warning(
          `the run stopped because ${counted(tasks.active + tasks.running, 'task')} can never end (${reasons}), among them ${names}`,
        ),
      ];
    }
  }
}

function refusalNotes({ tasks: { refused = 0 } }: RunRecord): Note[] {
  if (refused === 0) return [];
  return [
    warning(
      `${counted(refused, 'task')} could not be added: the job was ending or had ended, or had a task of the same id`,
    ),
  ];
}

function evaluationNotes(record: RunRecord): Note[] {
  return record.pools.flatMap(({ id, autoScale }) => {
    if (autoScale === undefined || autoScale.failedEvaluations === 0) return [];
    const first = autoScale.runs.find(({ error }) => error !== undefined);
    const text = first === undefined ? '' : `; the first: ${errorText(first)}`;
    return [
      warning(
        `${formatNumber(autoScale.failedEvaluations)} of ${counted(autoScale.evaluations, 'evaluation')} of pool ${id} failed and left the targets as they were${text}`,
      ),
    ];
  });
}

/** Code and values of the error of an autoscale run, in one line; empty without an error. */
export function errorText({ error }: AutoScaleRunRecord): string {
  if (error === undefined) return '';
  const values = error.values.map(({ value }) => value);
  return `${error.code}: ${values.length === 0 ? error.message : values.join('; ')}`;
}

function spotNotes(record: RunRecord): Note[] {
  if (record.faults?.some(({ kind }) => kind === 'preemption') === true) return [];
  const used = record.pools.some(({ nodes }) => nodes.spot.allocated > 0);
  const preempted = record.pools.some(({ nodes }) => nodes.spot.preemptions > 0);
  if (!used || preempted) return [];
  return [info('no spot node was preempted; the parameter preempt.rate_per_hour says how often')];
}

function resizeNotes(record: RunRecord): Note[] {
  return record.pools.flatMap(({ id, resizeErrors }) =>
    resizeErrors.map(({ code, message }) =>
      warning(`the last resize of pool ${id} ended with ${code}: ${message}`),
    ),
  );
}

function untriedNotes({ untriedOperations = [] }: RunRecord): Note[] {
  return untriedOperations.map(({ kind, ...subject }) =>
    warning(`${kind}${operationSubject(subject)} was never tried: its condition never held`),
  );
}

/** Refused requests; one line for the same answer to several nodes at one time. */
function operationNotes({ operations }: RunRecord): Note[] {
  const refused = new Map<string, OperationOutcome[]>();
  for (const outcome of operations) {
    const { kind, poolId, jobId, taskId, atSeconds, error } = outcome;
    if (error === undefined) continue;
    const key = JSON.stringify([kind, poolId, jobId, taskId, atSeconds, error.code]);
    refused.set(key, [...(refused.get(key) ?? []), outcome]);
  }
  return [...refused.values()].map((same) => {
    const [{ kind, atSeconds, error, ...outcome }] = same as [OperationOutcome];
    const nodes = same.length > 1 ? ` for ${counted(same.length, 'node')}` : '';
    return warning(
      `${kind}${operationSubject(outcome)} after ${formatDuration(atSeconds)} was refused${nodes}: ${error!.httpStatus} ${error!.code}: ${error!.message}`,
    );
  });
}

function faultNotes({ faults = [] }: RunRecord): Note[] {
  return faults.map(({ kind, poolId, occurrences, nodes }) => {
    const fault = `fault ${kind}${poolId === undefined ? '' : ` of pool ${poolId}`}`;
    if (occurrences === 0) return warning(`${fault} never struck`);
    const struck = nodes === undefined ? '' : `, ${counted(nodes, 'node')}`;
    return info(`${fault} struck ${counted(occurrences, 'time')}${struck}`);
  });
}

function osUpgradeNotes({ osUpgrades = [] }: RunRecord): Note[] {
  return osUpgrades.map(({ poolId, atSeconds, endSeconds, nodes, result }) => {
    const upgrade = `the operating system of pool ${poolId}, new after ${formatDuration(atSeconds)},`;
    switch (result) {
      case 'NotEnabled':
        return warning(`${upgrade} was not rolled out: enableAutomaticOSUpgrade is not true`);
      case 'NoPool':
        return warning(`${upgrade} came to nothing: there was no pool of that id`);
      case 'InProgress':
        return info(`${upgrade} was on ${counted(nodes, 'node')} at the end of the run`);
      case 'Completed':
        return info(
          `${upgrade} was on all of ${counted(nodes, 'node')} after ${formatDuration(endSeconds! - atSeconds)}`,
        );
      case 'Stopped':
        return warning(
          `${upgrade} was stopped after ${counted(nodes, 'node')}: too many nodes were unhealthy, or the pool was deleted`,
        );
      case 'Superseded':
        return info(`${upgrade} was superseded by a newer one after ${counted(nodes, 'node')}`);
    }
  });
}

function unverifiedNotes({ unverified }: RunRecord): Note[] {
  if (unverified.length === 0) return [];
  return [
    info(
      `the formula relies on behaviour that no public record settles: ${unverified.join(', ')} (see poolscale profile)`,
    ),
  ];
}

/** Defaults that are guesses by their own evidence, that nobody replaced, and that this run made use of. */
function placeholderNotes(record: RunRecord, parameters: Parameters): Note[] {
  const names = parameterNames.filter(
    (name) =>
      parameterTable[name].evidence.startsWith('placeholder') &&
      JSON.stringify(parameters[name]) === JSON.stringify(parameterTable[name].default) &&
      isUsed(name, record),
  );
  return names.length === 0
    ? []
    : [info(`placeholders that no record settles, set under parameters: ${names.join(', ')}`)];
}

/** Most parameters play a part in every run. */
function isUsed(
  name: ParameterName,
  { pools, operations, faults = [], osUpgrades = [] }: RunRecord,
): boolean {
  switch (name) {
    case 'preempt.return_s':
      return pools.some(({ nodes }) => nodes.spot.preemptions > 0);
    case 'node.os_upgrade_s':
      return osUpgrades.length > 0;
    case 'node.certificate_s':
    case 'node.mount_s':
    case 'node.package_gb':
    case 'node.image_gb':
    case 'task.download_bytes_per_s':
    case 'task.upload_bytes_per_s':
    case 'task.container_start_s':
      // Of settings that few pools and tasks have; their guide says what they rest on.
      return false;
    case 'node.recovery_s':
      return faults.some(({ kind }) => kind === 'nodeUnusable' || kind === 'nodeUnknown');
    case 'node.reboot_s':
    case 'node.reimage_s':
    case 'node.deallocating_s':
      return operations.length > 0;
    default:
      return true;
  }
}
