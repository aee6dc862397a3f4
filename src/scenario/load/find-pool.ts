import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { nearestName } from '../../base/text/nearest-name.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import type { PoolFile } from '../schema/pool-schema.js';

/** The id of the pool that a scenario names, as the pool writes it. */
export function poolIdOf(
  document: TextDocument,
  pools: readonly PoolFile[],
  poolId: string,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): string {
  return pools[findPool(document, pools, poolId, path, diagnostics)]?.id ?? poolId;
}

/** Index of the pool that a scenario names at a path, regardless of case; -1 with a diagnostic where there is none. */
export function findPool(
  document: TextDocument,
  pools: readonly PoolFile[],
  poolId: string,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): number {
  const found = pools.findIndex(({ id }) => id.toLowerCase() === poolId.toLowerCase());
  if (found >= 0) return found;
  const ids = pools.map(({ id }) => id);
  const near = nearestName(poolId, ids);
  const { source, spanOf } = document;
  const all = ids.length === 0 ? 'the scenario has no pools' : `the pools are ${ids.join(', ')}`;
  const help = near === undefined ? all : `did you mean ${near}?`;
  const span = spanOf(path);
  diagnostics.push(scenarioDiagnostic('no-such-pool', span, { poolId }, { source, help }));
  return -1;
}
