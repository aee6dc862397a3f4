import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import type { JobInput } from '../../simulator/input/job-input.js';
import { readPoolFormula, type PoolFormula } from '../formula/pool-formula.js';
import type { ScenarioFiles } from '../scenario-files.js';
import type { AutoPoolFile } from '../schema/auto-pool-schema.js';
import type { PoolInfoFile } from '../schema/job-schema.js';
import type { PoolFile } from '../schema/pool-schema.js';
import { checkPool } from './check-pools.js';
import { findPool } from './find-pool.js';

/** An auto pool with its formula read; what remains is to compile it. */
export interface PreparedAutoPool extends Omit<AutoPoolFile, 'pool'> {
  readonly file: PoolFile;
  readonly formula: PoolFormula | undefined;
}

/** A job whose auto pool is not compiled yet. */
export type PreparedJob = Omit<JobInput, 'autoPool'> & { readonly autoPool?: PreparedAutoPool };

/** The same without an id. */
export type PreparedSpecification = Omit<PreparedJob, 'id'>;

/** Where the tasks of a job run: a pool by its index, or -1 and an auto pool. */
export interface PreparedPoolInfo {
  readonly pool: number;
  readonly autoPool?: PreparedAutoPool;
  /** The settings of the pool. */
  readonly file: PoolFile | undefined;
}

/** Looks up the pool that a job names, or reads the one that the service is to make for it; `path` is that of poolInfo. */
export async function readPoolInfo(
  document: TextDocument,
  { poolId, autoPoolSpecification }: PoolInfoFile,
  pools: readonly PoolFile[],
  path: DocumentPath,
  files: ScenarioFiles,
  diagnostics: Diagnostic[],
): Promise<PreparedPoolInfo> {
  if (autoPoolSpecification === undefined) {
    const named = findPool(document, pools, poolId!, [...path, 'poolId'], diagnostics);
    const pool = Math.max(0, named);
    return { pool, file: pools[pool] };
  }
  const { pool: specification, ...rest } = autoPoolSpecification;
  const file: PoolFile = { id: rest.autoPoolIdPrefix ?? 'auto pool', ...specification };
  const poolPath = [...path, 'autoPoolSpecification', 'pool'];
  diagnostics.push(...checkPool(document, file, poolPath));
  const formulaPath = [...poolPath, 'autoScaleFormula'];
  const formula =
    file.enableAutoScale !== true || file.autoScaleFormula === undefined
      ? undefined
      : await readPoolFormula(file.autoScaleFormula, document, formulaPath, files, diagnostics);
  return { pool: -1, autoPool: { ...rest, file, formula }, file };
}
