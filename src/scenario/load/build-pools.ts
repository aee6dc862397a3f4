import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import { quantaPerSecond } from '../../base/time/quanta.js';
import type { CompiledFormula } from '../../evaluator/compile-formula.js';
import type { Profile } from '../../profile/profile.js';
import type { AutoPoolInput } from '../../simulator/input/auto-pool-input.js';
import type { AutoScaleSettings } from '../../simulator/input/autoscale-settings.js';
import type { PoolInput } from '../../simulator/input/pool-input.js';
import type {
  AddPool,
  OperationFormula,
  RefusedFormula,
} from '../../simulator/operations/operation.js';
import { serviceLimits } from '../../simulator/service-limits.js';
import { compilePoolFormula, type PoolFormula } from '../formula/pool-formula.js';
import { nodeSetupOf } from '../schema/node-setup-schema.js';
import { runsWindows, usesManagedImage } from './operating-system.js';
import type { PoolFile } from '../schema/pool-schema.js';
import type { PreparedSpecification } from './read-auto-pool.js';

/** Defaults of the REST interface. */
const defaultResizeTimeout = 900 * quantaPerSecond;

/** All of a pool but its id. */
type PoolSpecification = Omit<PoolInput, 'id'>;

/** Makes the pools of one run, with their formulas compiled. */
export interface PoolBuilder {
  /** The formula of an operation: a mistake in it is found when the service refuses the request, and a warning until then. */
  readonly operationFormula: (formula: PoolFormula) => OperationFormula;
  readonly poolOf: (file: PoolFile, formula: PoolFormula | undefined) => PoolInput;
  /** A pool that an operation adds: a mistake in its formula counts as in those of other operations. */
  readonly addedPool: (
    file: PoolFile,
    formula: PoolFormula | undefined,
  ) => Pick<AddPool, 'pool' | 'refusedFormula'>;
  /** A job, or what the jobs of a schedule are like, with its auto pool. */
  readonly withPool: <J extends PreparedSpecification>(
    job: J,
  ) => Omit<J, 'autoPool'> & { readonly autoPool?: AutoPoolInput };
  /** Whether there was a formula that the service would refuse. */
  readonly hasRefused: () => boolean;
}

/** `replacement` takes the place of the formula of every pool that has one; what is wrong with formulas goes to `diagnostics`. */
export function createPoolBuilder(
  profile: Profile | undefined,
  sampleResources: boolean,
  replacement: PoolFormula | undefined,
  diagnostics: Diagnostic[],
): PoolBuilder {
  const compiled = new Map<PoolFormula, CompiledFormula | undefined>();
  // Each formula once, however many pools use it; undefined where the service would refuse it.
  const compile = (formula: PoolFormula): CompiledFormula | undefined => {
    if (!compiled.has(formula)) {
      const result = compilePoolFormula(formula, profile, sampleResources);
      diagnostics.push(...result.diagnostics);
      compiled.set(formula, result.value);
    }
    return compiled.get(formula);
  };
  const operationFormula = (own: PoolFormula): OperationFormula => {
    const formula = own.text.text;
    const {
      value,
      diagnostics: found,
      serviceError,
    } = compilePoolFormula(own, profile, sampleResources);
    if (value !== undefined) {
      diagnostics.push(...found);
      return { formula, createEvaluator: value.createEvaluator };
    }
    diagnostics.push(...found.map((each): Diagnostic => ({ ...each, severity: 'warning' })));
    return { formula, refused: serviceError! };
  };
  const specificationOf = (file: PoolFile, own: PoolFormula | undefined): PoolSpecification => {
    const formula = own === undefined ? undefined : (replacement ?? own);
    const evaluator = formula === undefined ? undefined : compile(formula);
    if (formula === undefined || evaluator === undefined) return withDefaults(file, undefined);
    return withDefaults(file, {
      formula: formula.text.text,
      evaluationInterval:
        file.autoScaleEvaluationInterval ?? serviceLimits.defaultEvaluationInterval,
      createEvaluator: evaluator.createEvaluator,
    });
  };
  const poolOf: PoolBuilder['poolOf'] = (file, formula) => ({
    id: file.id,
    ...specificationOf(file, formula),
  });
  const isRefused = (formula: PoolFormula): boolean =>
    compilePoolFormula(formula, profile, sampleResources).value === undefined;
  return {
    operationFormula,
    poolOf,
    addedPool(file, formula) {
      if (formula === undefined || replacement !== undefined || !isRefused(formula)) {
        return { pool: poolOf(file, formula) };
      }
      const refusedFormula = operationFormula(formula) as RefusedFormula;
      return { pool: poolOf(file, undefined), refusedFormula };
    },
    withPool({ autoPool, ...job }) {
      if (autoPool === undefined) return job;
      const { file, formula, autoPoolIdPrefix, poolLifetimeOption, keepAlive } = autoPool;
      return {
        ...job,
        autoPool: {
          ...(autoPoolIdPrefix === undefined ? {} : { autoPoolIdPrefix }),
          poolLifetimeOption,
          keepAlive,
          pool: specificationOf(file, formula),
        },
      };
    },
    hasRefused: () => [...compiled.values()].includes(undefined),
  };
}

function withDefaults(file: PoolFile, autoScale: AutoScaleSettings | undefined): PoolSpecification {
  const { startTask, taskSchedulingPolicy, upgradePolicy } = file;
  const nodeSetup = nodeSetupOf(file);
  const { nodeFillType = 'spread', jobDefaultOrder } = taskSchedulingPolicy ?? {};
  return {
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
