import type { Diagnostic, DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { SourceText } from '../../base/text/source-text.js';
import { quantaPerSecond } from '../../base/time/quanta.js';
import type { CompiledFormula } from '../../evaluator/compile-formula.js';
import type {
  AutoScaleSettings,
  JobInput,
  JobScheduleInput,
  PoolInput,
  SimulationInput,
  TimedOperation,
} from '../../simulator/input.js';
import type { AutoPoolInput } from '../../simulator/auto-pool/auto-pool-input.js';
import type { Operation } from '../../simulator/operations/operation.js';
import { parametersWith } from '../../simulator/parameters/parameters.js';
import { serviceLimits } from '../../simulator/service-limits.js';
import { mergeSources } from '../../workload/merge-streams.js';
import type { TaskSource } from '../../workload/task-stream.js';
import { compilePoolFormula, type PoolFormula } from '../formula/pool-formula.js';
import { accountOf } from '../schema/account-schema.js';
import { runsWindows, usesManagedImage } from '../schema/operating-system.js';
import { nodeSetupOf } from '../schema/node-setup-schema.js';
import type { PoolFile } from '../schema/pool-schema.js';
import type { PreparedSpecification } from './read-auto-pool.js';
import type { PreparedScenario } from './prepared-scenario.js';
import type { PreparedOperation } from './read-operations.js';
import { sourceOf, sourceOfJob } from './source-of.js';

/** Defaults of the REST interface. */
const defaultResizeTimeout = 900 * quantaPerSecond;

/** What may differ between the runs of one scenario. */
export interface InputOptions {
  readonly seed?: string;
  /** Takes the place of the formula of every pool that scales automatically. */
  readonly formula?: SourceText;
}

function poolOf(file: PoolFile, autoScale: AutoScaleSettings | undefined): PoolInput {
  const { startTask, taskSchedulingPolicy, upgradePolicy } = file;
  const nodeSetup = nodeSetupOf(file);
  const { nodeFillType = 'spread', jobDefaultOrder } = taskSchedulingPolicy ?? {};
  return {
    id: file.id,
    vmSize: file.vmSize,
    taskSlotsPerNode: file.taskSlotsPerNode ?? 1,
    ...(file.cores === undefined ? {} : { cores: file.cores }),
    ...(file.vmFamily === undefined ? {} : { vmFamily: file.vmFamily }),
    ...(file.diskBytes === undefined ? {} : { diskBytes: file.diskBytes }),
    nodeFillType,
    ...(file.enableInterNodeCommunication === undefined
      ? {}
      : { enableInterNodeCommunication: file.enableInterNodeCommunication }),
    ...(jobDefaultOrder === undefined ? {} : { jobDefaultOrder }),
    targetDedicatedNodes: file.targetDedicatedNodes ?? 0,
    targetLowPriorityNodes: file.targetLowPriorityNodes ?? 0,
    resizeTimeout: file.resizeTimeout ?? defaultResizeTimeout,
    ...(startTask === undefined ? {} : { startTask }),
    ...(nodeSetup === undefined ? {} : { nodeSetup }),
    ...(upgradePolicy === undefined ? {} : { upgradePolicy }),
    ...(autoScale === undefined ? {} : { autoScale }),
    ...(usesManagedImage(file) ? { usesManagedImage: true } : {}),
    ...(runsWindows(file) ? { operatingSystem: 'windows' } : {}),
  };
}

/** Whether some task says what it uses, so that pools have samples of it. */
function hasUsage({ workloads, jobSchedules }: PreparedScenario): boolean {
  const all = [...workloads, ...jobSchedules.flatMap((schedule) => schedule.workloads)];
  return all.some((workload) => {
    switch (workload.kind) {
      case 'trace':
        return workload.settings?.usage !== undefined;
      case 'generator':
        return workload.settings.settings?.usage !== undefined;
      case 'tasks':
        return workload.tasks.some(({ settings }) => settings?.usage !== undefined);
    }
  });
}

/** Compiles each formula once, however many pools use it. */
function createCompiler(
  scenario: PreparedScenario,
  diagnostics: Diagnostic[],
): (formula: PoolFormula) => CompiledFormula | undefined {
  const sampleResources = hasUsage(scenario);
  const compiled = new Map<PoolFormula, CompiledFormula | undefined>();
  return (formula) => {
    if (!compiled.has(formula)) {
      const result = compilePoolFormula(formula, scenario.profile, sampleResources);
      diagnostics.push(...result.diagnostics);
      compiled.set(formula, result.value);
    }
    return compiled.get(formula);
  };
}

/** Undefined where the service would refuse the formula. */
function operationOf(
  { request, formula, schedule }: PreparedOperation,
  compile: (formula: PoolFormula) => CompiledFormula | undefined,
): Operation | undefined {
  if (formula === undefined) {
    return { ...request, ...(schedule === undefined ? {} : { schedule }) } as Operation;
  }
  const compiled = compile(formula);
  if (compiled === undefined) return undefined;
  const { createEvaluator } = compiled;
  return {
    ...request,
    autoScaleFormula: { formula: formula.text.text, createEvaluator },
  } as Operation;
}

/**
 * The input of one run; the diagnostics are those of the formulas that it uses. It is absent where the service would refuse
 * a formula. A formula that it accepts and that fails when it runs is simulated, with its errors beside the input.
 */
export function buildInput(
  scenario: PreparedScenario,
  options: InputOptions,
): DiagnosticResult<SimulationInput> {
  const { file, formulas } = scenario;
  const seed = options.seed ?? scenario.seed;
  const diagnostics: Diagnostic[] = [];
  const compile = createCompiler(scenario, diagnostics);
  const replacement: PoolFormula | undefined =
    options.formula === undefined
      ? undefined
      : { text: options.formula, relocate: (found) => found };

  let refused = false;
  const openPool = (pool: PoolFile, own: PoolFormula | undefined): PoolInput => {
    const formula = own === undefined ? undefined : (replacement ?? own);
    const compiled = formula === undefined ? undefined : compile(formula);
    if (formula === undefined || compiled === undefined) {
      refused ||= formula !== undefined;
      return poolOf(pool, undefined);
    }
    return poolOf(pool, {
      formula: formula.text.text,
      evaluationInterval:
        pool.autoScaleEvaluationInterval ?? serviceLimits.defaultEvaluationInterval,
      createEvaluator: compiled.createTargetEvaluator,
    });
  };
  const pools = file.pools.map((pool, index) => openPool(pool, formulas.get(index)));
  const withPool = <J extends PreparedSpecification>({
    autoPool,
    ...job
  }: J): Omit<J, 'autoPool'> & { readonly autoPool?: AutoPoolInput } => {
    if (autoPool === undefined) return job;
    const { file: ofPool, formula, autoPoolIdPrefix, poolLifetimeOption, keepAlive } = autoPool;
    const { id: _, ...pool } = openPool(ofPool, formula);
    return {
      ...job,
      autoPool: {
        ...(autoPoolIdPrefix === undefined ? {} : { autoPoolIdPrefix }),
        poolLifetimeOption,
        keepAlive,
        pool,
      },
    };
  };
  const jobs = scenario.jobs.map((job): JobInput => withPool(job));
  const operations: TimedOperation[] = [];
  for (const prepared of scenario.operations) {
    const operation = operationOf(prepared, compile);
    if (operation === undefined) refused = true;
    else {
      const { at, when } = prepared;
      operations.push({ at, ...(when === undefined ? {} : { when }), operation });
    }
  }
  const jobSchedules = scenario.jobSchedules.map((schedule): JobScheduleInput => {
    const { id, schedule: times, jobSpecification } = schedule;
    const tasksOf = (number: number): TaskSource => sourceOfJob(schedule, number, seed);
    return { id, schedule: times, jobSpecification: withPool(jobSpecification), tasksOf };
  });
  if (refused) return { diagnostics };

  const sources = scenario.workloads.map((workload) => sourceOf(scenario, workload, seed));
  const value: SimulationInput = {
    name: scenario.name,
    seed,
    start: scenario.start,
    until: scenario.until,
    pools,
    jobs,
    ...(jobSchedules.length === 0 ? {} : { jobSchedules }),
    tasks: mergeSources(sources),
    parameters: parametersWith(file.parameters),
    ...(hasUsage(scenario) ? { sampleResources: true } : {}),
    ...(file.account === undefined ? {} : { account: accountOf(file.account) }),
    ...(file.account?.name === undefined ? {} : { accountName: file.account.name }),
    ...(scenario.osUpgrades.length === 0 ? {} : { osUpgrades: scenario.osUpgrades }),
    ...(scenario.faults.length === 0 ? {} : { faults: scenario.faults }),
    ...(operations.length === 0 ? {} : { operations }),
    ...(scenario.prices === undefined ? {} : { prices: scenario.prices }),
    notes: scenario.notes,
  };
  return { value, diagnostics };
}
