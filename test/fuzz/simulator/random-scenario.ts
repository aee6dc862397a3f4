import { drawsOf } from '../draws.js';
import { baseScenario } from './base-scenario.js';
import type { Feature } from './feature.js';
import { addedJobs, addedJobSchedules, addedPools } from './features/additions.js';
import { autoScale, autoScaleSettings, sampling } from './features/autoscale.js';
import { limitedDisks } from './features/disks.js';
import { faults, quotaChanges } from './features/faults.js';
import { autoPools, exitConditions, jobOperations, jobSettings } from './features/jobs.js';
import { jobManager } from './features/job-manager.js';
import { jobSchedules } from './features/job-schedules.js';
import { jobPreparation } from './features/job-preparation.js';
import { multiInstanceTasks } from './features/multi-instance.js';
import { billing, preemption, quota, shrinking, slowNodes, startTask } from './features/nodes.js';
import {
  addedTasks,
  conditions,
  poolAndNodeOperations,
  poolDelete,
  taskOperations,
} from './features/operations.js';
import { endlessRetries, untilDrained } from './features/run-end.js';
import {
  dependencies,
  failingAttempts,
  failingTasks,
  generatedTasks,
  retainedData,
  taskFiles,
  taskLimits,
  wideTasks,
} from './features/task-settings.js';
import { nodeSetup, osUpgrades } from './features/setup.js';
import { splitJobs } from './features/split-jobs.js';
import { scenarioFile, type Json, type ScenarioDraft } from './scenario-draft.js';

/** Everything that the simulator models, in the order in which it is added: one that changes tasks stands after those that add some. */
export const features: readonly Feature[] = [
  generatedTasks,
  failingTasks,
  wideTasks,
  taskLimits,
  failingAttempts,
  dependencies,
  splitJobs,
  taskFiles,
  retainedData,
  multiInstanceTasks,
  limitedDisks,
  jobPreparation,
  jobManager,
  jobSettings,
  exitConditions,
  autoScale,
  autoScaleSettings,
  sampling,
  slowNodes,
  startTask,
  preemption,
  shrinking,
  billing,
  quota,
  nodeSetup,
  osUpgrades,
  poolAndNodeOperations,
  poolDelete,
  taskOperations,
  addedTasks,
  jobOperations,
  faults,
  quotaChanges,
  untilDrained,
  endlessRetries,
  jobSchedules,
  autoPools,
  addedPools,
  addedJobs,
  addedJobSchedules,
  conditions,
];

/** Times that are not zero by default, where the feature for them is absent: a run with round numbers is easier to read. */
export const noTime: Readonly<Record<string, Json>> = {
  'alloc.first_node_s': 0,
  'alloc.extra_node_s': 0,
  'alloc.slow_node_share': 0,
  'node.creating_to_idle_s': 0,
  'node.leaving_s': 0,
  'sched.latency_s': 0,
};

export interface RandomScenario {
  readonly file: Json;
  /** Names of the features that it has. */
  readonly features: readonly string[];
}

/** Scenario number `number`: a scenario file over everything that the simulator models, small and always the same. */
export function randomScenario(number: number): RandomScenario {
  const draws = drawsOf('fuzz/simulator', '1', number);
  const draft: ScenarioDraft = baseScenario(draws, `${number}`);
  Object.assign(draft.parameters, noTime);
  const chosen = features.filter(({ share }) => draws.chance(share));
  for (const feature of chosen) feature.add(draft, draws);
  return { file: scenarioFile(draft), features: chosen.map(({ name }) => name) };
}
