export type {
  AccountInput,
  AutoScaleEvaluator,
  AutoScaleSettings,
  JobInput,
  JobScheduleInput,
  PoolInput,
  RunUntil,
  TimedOsUpgrade,
  SimulationInput,
  TimedOperation,
  StartTask,
} from './input.js';
export type {
  Fault,
  FaultKind,
  FaultRate,
  FaultRecord,
  FaultStrike,
  FaultTimes,
  StruckNodes,
} from './faults/fault.js';
export type { AutoPoolInput } from './auto-pool/auto-pool-input.js';
export type { Condition } from './operations/condition.js';
export type { NodeSelector } from './operations/node-selector.js';
export type {
  AddedTask,
  Operation,
  OperationKind,
  OperationOutcome,
  ServiceError,
} from './operations/operation.js';
export type { Download, NodeSetup } from './pool-setup.js';
export type { RollingUpgradePolicy, UpgradePolicy } from './upgrade/upgrade-policy.js';
export type { OsUpgradeRecord } from './upgrade/upgrade-state.js';
export { InvariantError } from './invariants/invariant-error.js';
export { parameterTable, type ParameterName } from './parameters/parameter-table.js';
export { parametersWith, type Parameters } from './parameters/parameters.js';
export type { JobFigures, JobRecord, JobScheduleRecord } from './record/job-record.js';
export type * from './record/run-record.js';
export {
  createSimulation,
  simulate,
  type Simulation,
  type SimulationOptions,
  type SimulationProgress,
} from './simulation.js';
