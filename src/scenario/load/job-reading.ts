import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { TextDocument } from '../../base/document/read-document.js';
import type { ScenarioFiles } from '../scenario-files.js';
import type { PreparedJob } from './read-auto-pool.js';
import type { Workload } from './workload.js';

/** Jobs of a scenario as the simulator takes them, with their tasks. */
export interface JobSet {
  readonly jobs: PreparedJob[];
  readonly workloads: Workload[];
}

/** What reading the jobs of a scenario needs and fills. */
export interface JobReading extends JobSet {
  readonly document: TextDocument;
  readonly files: ScenarioFiles;
  readonly diagnostics: Diagnostic[];
  /** A trace of several jobs becomes several jobs instead of one. */
  readonly splitTraceJobs: boolean;
}

export function createJobReading(
  document: TextDocument,
  files: ScenarioFiles,
  diagnostics: Diagnostic[],
  splitTraceJobs = false,
): JobReading {
  return { jobs: [], workloads: [], document, files, diagnostics, splitTraceJobs };
}
