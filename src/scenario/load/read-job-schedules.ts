import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import type { ScenarioFiles } from '../scenario-files.js';
import type { JobScheduleFile, ScheduleFile } from '../schema/job-schedule-schema.js';
import type { PoolFile } from '../schema/pool-schema.js';
import { createJobReading } from './job-reading.js';
import { jobSpecificationOf } from './job-specification.js';
import { readPoolInfo, type PreparedSpecification } from './read-auto-pool.js';
import { addTasks } from './read-tasks.js';
import type { Workload } from './workload.js';

/** A job schedule with the traces of its jobs read. */
export interface PreparedJobSchedule {
  readonly id: string;
  readonly schedule: ScheduleFile;
  readonly jobSpecification: PreparedSpecification;
  /** The tasks of each of its jobs. */
  readonly workloads: readonly Workload[];
}

/** Reads the job schedules of a scenario and the traces that they name. */
export async function readJobSchedules(
  document: TextDocument,
  schedules: readonly JobScheduleFile[],
  pools: readonly PoolFile[],
  files: ScenarioFiles,
  diagnostics: Diagnostic[],
): Promise<PreparedJobSchedule[]> {
  const prepared: PreparedJobSchedule[] = [];
  for (const [index, schedule] of schedules.entries()) {
    const path = ['jobSchedules', index];
    prepared.push(await readJobSchedule(document, schedule, path, pools, files, diagnostics));
  }
  return prepared;
}

/** Reads one job schedule, at a path of the document. */
export async function readJobSchedule(
  document: TextDocument,
  { id, schedule, jobSpecification }: JobScheduleFile,
  schedulePath: DocumentPath,
  pools: readonly PoolFile[],
  files: ScenarioFiles,
  diagnostics: Diagnostic[],
): Promise<PreparedJobSchedule> {
  const path = [...schedulePath, 'jobSpecification'];
  const { poolInfo } = jobSpecification;
  const poolPath = [...path, 'poolInfo'];
  const pool = await readPoolInfo(document, poolInfo, pools, poolPath, files, diagnostics);
  const reading = createJobReading(document, files, diagnostics);
  await addTasks(reading, jobSpecification, path, id, 0, pool.file);
  return {
    id,
    schedule,
    jobSpecification: jobSpecificationOf(jobSpecification, pool),
    workloads: reading.workloads,
  };
}
