import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import type { ScenarioFiles } from '../scenario-files.js';
import type { JobFile } from '../schema/job-schema.js';
import type { PoolFile } from '../schema/pool-schema.js';
import { checkIds } from './check-pools.js';
import { createJobReading, type JobReading, type JobSet } from './job-reading.js';
import { jobSpecificationOf } from './job-specification.js';
import { readPoolInfo, type PreparedJob } from './read-auto-pool.js';
import { addTasks } from './read-tasks.js';
import type { Workload } from './workload.js';

/** A job that an operation adds, with its own tasks. */
export interface AddedJob {
  readonly job: PreparedJob;
  readonly workloads: readonly Workload[];
}

/** Reads the jobs of a scenario and the traces that they name. */
export async function readJobs(
  document: TextDocument,
  jobFiles: readonly JobFile[],
  pools: readonly PoolFile[],
  files: ScenarioFiles,
  diagnostics: Diagnostic[],
  splitTraceJobs: boolean,
): Promise<JobSet> {
  const reading = createJobReading(document, files, diagnostics, splitTraceJobs);
  diagnostics.push(...checkIds(document, 'jobs', jobFiles));
  for (const [index, file] of jobFiles.entries()) {
    await readJob(reading, file, ['jobs', index], pools);
  }
  return { jobs: reading.jobs, workloads: reading.workloads };
}

/** Reads the job that an operation adds, at a path of the document. */
export async function readAddedJob(
  document: TextDocument,
  file: JobFile,
  path: DocumentPath,
  pools: readonly PoolFile[],
  files: ScenarioFiles,
  diagnostics: Diagnostic[],
): Promise<AddedJob> {
  const reading = createJobReading(document, files, diagnostics);
  await readJob(reading, file, path, pools);
  return { job: reading.jobs[0]!, workloads: reading.workloads };
}

async function readJob(
  reading: JobReading,
  file: JobFile,
  path: DocumentPath,
  pools: readonly PoolFile[],
): Promise<void> {
  const { document, files, diagnostics } = reading;
  const { id, poolInfo } = file;
  const poolPath = [...path, 'poolInfo'];
  const pool = await readPoolInfo(document, poolInfo, pools, poolPath, files, diagnostics);
  if (pool.autoPool?.poolLifetimeOption === 'jobschedule') {
    const place = [...poolPath, 'autoPoolSpecification', 'poolLifetimeOption'];
    const { source, spanOf } = document;
    diagnostics.push(
      scenarioDiagnostic('lifetime-without-schedule', spanOf(place), { id }, { source }),
    );
  }
  const job = reading.jobs.push({ id, ...jobSpecificationOf(file, pool) }) - 1;
  await addTasks(reading, file, path, id, job, pool.file);
}
