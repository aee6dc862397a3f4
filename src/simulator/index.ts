export type {
  AccountInput,
  AutoScaleEvaluator,
  AutoScaleSettings,
  JobInput,
  PoolInput,
  RunUntil,
  SimulationInput,
  TimedOperation,
  StartTask,
} from './input.js';
export type {
  Fault,
  FaultKind,
  FaultRate,
  FaultRecord,
  FaultTimes,
  StruckNodes,
} from './faults/fault.js';
export type { NodeSelector } from './operations/node-selector.js';
export type {
  Operation,
  OperationKind,
  OperationOutcome,
  ServiceError,
} from './operations/operation.js';
export { InvariantError } from './invariants/invariant-error.js';
export { parameterTable, type ParameterName } from './parameters/parameter-table.js';
export { parametersWith, type Parameters } from './parameters/parameters.js';
export type * from './record/run-record.js';
export {
  createSimulation,
  simulate,
  type Simulation,
  type SimulationOptions,
  type SimulationProgress,
} from './simulation.js';
