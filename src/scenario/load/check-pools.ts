import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import type { Span } from '../../base/text/source-text.js';
import { serviceLimits } from '../../simulator/service-limits.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import type { PoolFile } from '../schema/pool-schema.js';

const { shortestEvaluationInterval, longestEvaluationInterval, shortestResizeTimeout } =
  serviceLimits;

const targetKeys = ['targetDedicatedNodes', 'targetLowPriorityNodes'] as const;

/** The place of the id, or of the key of a pool without one. */
function pathSpan({ spanOf, keySpanOf }: TextDocument, path: DocumentPath): Span {
  const span = spanOf([...path, 'id']);
  return path[0] === 'pools' ? span : keySpanOf(path);
}

function checkTargets(document: TextDocument, pool: PoolFile, path: DocumentPath): Diagnostic[] {
  const { source, keySpanOf } = document;
  const poolId = pool.id;
  const given = targetKeys.filter((key) => pool[key] !== undefined);
  if (pool.enableAutoScale === true) {
    const found = given.map((key) =>
      scenarioDiagnostic('targets-with-autoscale', keySpanOf([...path, key]), { key }, { source }),
    );
    if (pool.autoScaleFormula !== undefined) return found;
    const span = keySpanOf([...path, 'enableAutoScale']);
    return [...found, scenarioDiagnostic('formula-missing', span, { poolId }, { source })];
  }
  const unused = (['autoScaleFormula', 'autoScaleEvaluationInterval'] as const)
    .filter((key) => pool[key] !== undefined)
    .map((key) => {
      const help = 'add enableAutoScale: true';
      const span = keySpanOf([...path, key]);
      return scenarioDiagnostic('formula-unused', span, { key, poolId }, { source, help });
    });
  if (given.length > 0 || unused.length > 0) return unused;
  const span = pathSpan(document, path);
  return [scenarioDiagnostic('targets-missing', span, { poolId }, { source })];
}

function checkBounds(document: TextDocument, pool: PoolFile, path: DocumentPath): Diagnostic[] {
  const { source, spanOf } = document;
  const diagnostics: Diagnostic[] = [];
  const refuse = (key: keyof PoolFile, bounds: string): void => {
    const span = spanOf([...path, key]);
    diagnostics.push(scenarioDiagnostic('invalid-property', span, { key, bounds }, { source }));
  };
  const interval = pool.autoScaleEvaluationInterval;
  if (
    interval !== undefined &&
    (interval < shortestEvaluationInterval || interval > longestEvaluationInterval)
  ) {
    refuse('autoScaleEvaluationInterval', 'from PT5M to PT168H');
  }
  if (pool.resizeTimeout !== undefined && pool.resizeTimeout < shortestResizeTimeout) {
    refuse('resizeTimeout', 'at least PT5M');
  }
  const { cores, taskSlotsPerNode = 1 } = pool;
  if (cores !== undefined && taskSlotsPerNode > Math.min(4 * cores, 256)) {
    refuse('taskSlotsPerNode', `at most ${Math.min(4 * cores, 256)} with ${cores} cores`);
  }
  return diagnostics;
}

/** The second of two entries whose ids differ at most in capital letters (service.md section 1.1). */
export function checkIds(
  document: TextDocument,
  list: 'pools' | 'jobs',
  entries: readonly { readonly id: string }[],
): Diagnostic[] {
  const { source, spanOf } = document;
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    const folded = id.toLowerCase();
    const what = list === 'pools' ? 'pool' : 'job';
    const isNew = !seen.has(folded);
    seen.add(folded);
    if (isNew) return [];
    return [scenarioDiagnostic('same-id', spanOf([list, index, 'id']), { what, id }, { source })];
  });
}

/** What the service would refuse when a pool is created. */
export function checkPools(document: TextDocument, pools: readonly PoolFile[]): Diagnostic[] {
  return [
    ...checkIds(document, 'pools', pools),
    ...pools.flatMap((pool, index) => checkPool(document, pool, ['pools', index])),
  ];
}

/** The same of one pool, wherever it is written. */
export function checkPool(
  document: TextDocument,
  pool: PoolFile,
  path: DocumentPath,
): Diagnostic[] {
  return [...checkTargets(document, pool, path), ...checkBounds(document, pool, path)];
}
