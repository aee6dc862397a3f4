import type { Diagnostic, DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { SourceText } from '../../base/text/source-text.js';
import type { SimulationInput, TimedOperation } from '../../simulator/input/simulation-input.js';
import type { JobScheduleInput } from '../../simulator/input/job-schedule-input.js';
import type { JobInput } from '../../simulator/input/job-input.js';
import { parametersWith } from '../../simulator/parameters/parameters.js';
import { mergeSources } from '../../workload/merge-streams.js';
import type { TaskSource } from '../../workload/task-stream.js';
import type { PoolFormula } from '../formula/pool-formula.js';
import { accountOf } from '../schema/account-schema.js';
import { operationOf } from './build-operation.js';
import { createPoolBuilder } from './build-pools.js';
import type { PreparedScenario } from './prepared-scenario.js';
import { sourceOf, sourceOfJob } from './source-of.js';

/** What may differ between the runs of one scenario. */
export interface InputOptions {
  readonly seed?: string;
  /** Takes the place of the formula of every pool that scales automatically. */
  readonly formula?: SourceText;
}

/** Whether some task says what it uses, so that pools have samples of it. */
function hasUsage({ workloads, jobSchedules, operations }: PreparedScenario): boolean {
  const all = [
    ...workloads,
    ...jobSchedules.flatMap((schedule) => schedule.workloads),
    ...operations.flatMap(({ addition }) =>
      addition === undefined || addition.kind === 'pool' ? [] : addition.workloads,
    ),
  ];
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
  const replacement: PoolFormula | undefined =
    options.formula === undefined
      ? undefined
      : { text: options.formula, relocate: (found) => found };
  const sampleResources = hasUsage(scenario);
  const builder = createPoolBuilder(scenario.profile, sampleResources, replacement, diagnostics);
  const { poolOf, withPool, hasRefused } = builder;
  const pools = file.pools.map((pool, index) => poolOf(pool, formulas.get(index)));
  const jobs = scenario.jobs.map((job): JobInput => withPool(job));
  const operations = scenario.operations.map((prepared): TimedOperation => {
    const { at, when } = prepared;
    const operation = operationOf(prepared, builder, seed);
    return { at, ...(when === undefined ? {} : { when }), operation };
  });
  const jobSchedules = scenario.jobSchedules.map((schedule): JobScheduleInput => {
    const { id, schedule: times, jobSpecification } = schedule;
    const tasksOf = (number: number): TaskSource =>
      sourceOfJob(schedule.workloads, seed, `/job-${number}`);
    return { id, schedule: times, jobSpecification: withPool(jobSpecification), tasksOf };
  });
  if (hasRefused()) return { diagnostics };

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
    ...(sampleResources ? { sampleResources: true } : {}),
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
