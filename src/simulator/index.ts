export type {
  RunUntil,
  TimedOsUpgrade,
  SimulationInput,
  TimedOperation,
} from './input/simulation-input.js';
export type { JobScheduleInput } from './input/job-schedule-input.js';
export type { AccountInput } from './input/account-input.js';
export type { AutoScaleEvaluator, AutoScaleSettings } from './input/autoscale-settings.js';
export type { JobInput } from './input/job-input.js';
export type { PoolInput, StartTask } from './input/pool-input.js';
export type {
  Fault,
  FaultKind,
  FaultRate,
  FaultRecord,
  FaultStrike,
  FaultTimes,
  StruckNodes,
} from './faults/fault.js';
export type { AutoPoolInput } from './input/auto-pool-input.js';
export type { Condition } from './operations/condition.js';
export type { NodeSelector } from './operations/node-selector.js';
export type {
  AddedTask,
  Operation,
  OperationKind,
  OperationOutcome,
  ServiceError,
} from './operations/operation.js';
export type { Download, NodeSetup } from './input/node-setup.js';
export type { RollingUpgradePolicy, UpgradePolicy } from './upgrade/upgrade-policy.js';
export type { OsUpgradeRecord } from './upgrade/upgrade-state.js';
export { InvariantError } from './invariants/invariant-error.js';
export { parameterTable, type ParameterName } from './parameters/parameter-table.js';
export { parametersWith, type Parameters } from './parameters/parameters.js';
export type { JobFigures, JobRecord, JobScheduleRecord } from './record/job-record.js';
export type { AutoScaleRunRecord } from './pool/autoscale-run-record.js';
export type * from './record/run-record.js';
export {
  createSimulation,
  simulate,
  type Simulation,
  type SimulationOptions,
  type SimulationProgress,
} from './simulation.js';
