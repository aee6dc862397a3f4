import { resolve } from 'node:path';

import type { DynamicFormula } from '../../extract/embedded-formula.js';
import { checkFormulas, type CheckedFile } from '../../lint/check-file.js';
import type { LintOptions } from '../../lint/lint-options.js';

/**
 * Checks the files that hosts read their formulas from. A file that was checked already is not checked again, unless a host fills it in as a
 * template: then it is checked with what the host fills in as holes, in place of the plain text. References that lead nowhere become
 * formulas that are not checked.
 */
export async function checkReferences(
  checked: readonly CheckedFile[],
  optionsOf: (path: string) => Promise<LintOptions>,
): Promise<readonly CheckedFile[]> {
  const { resolveReferences } = await import('../../extract/resolve-references.node.js');
  const { formulas, unresolved } = await resolveReferences(
    checked.map(({ source, references }) => ({ host: source.name, references })),
  );
  const byPath = new Map(checked.map((file) => [resolve(file.source.name), file]));
  for (const { source, formula } of formulas) {
    const path = resolve(source.name);
    if (byPath.has(path) && formula.holes.length === 0) continue;
    const lint = await optionsOf(source.name);
    byPath.set(path, {
      source,
      language: 'autoscale',
      ...checkFormulas(source, 'autoscale', [formula], lint),
      dynamic: [],
      references: [],
    });
  }
  for (const { host, reference, reason } of unresolved) {
    const path = resolve(host);
    const file = byPath.get(path)!;
    const missing: DynamicFormula = { address: reference.address, host: reference.host, reason };
    byPath.set(path, { ...file, dynamic: [...file.dynamic, missing] });
  }
  return [...byPath.values()];
}
