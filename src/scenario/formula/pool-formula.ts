import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import type { SourceText } from '../../base/text/source-text.js';
import {
  compileFormula,
  type CompiledFormula,
  type CompileResult,
} from '../../evaluator/compile-formula.js';
import { usedMetrics } from '../../checker/used-metrics.js';
import type { Profile } from '../../profile/profile.js';
import { sampledVariables } from '../../simulator/pool/sampling.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import { withFile, type ScenarioFiles } from '../scenario-files.js';
import type { FormulaReference } from '../schema/formula-field.js';
import { diagnosticsInHost } from './host-diagnostics.js';

/** The formula of a pool: its text, and how its diagnostics get to the place where a person wrote it. */
export interface PoolFormula {
  readonly text: SourceText;
  readonly relocate: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
}

/** Reads the formula that a pool names, inline or in a file; undefined after an error. */
export async function readPoolFormula(
  reference: FormulaReference,
  document: TextDocument,
  path: DocumentPath,
  files: ScenarioFiles,
  diagnostics: Diagnostic[],
): Promise<PoolFormula | undefined> {
  if (typeof reference === 'string') {
    const text = { name: document.source.name, text: reference };
    return { text, relocate: (found) => diagnosticsInHost(found, text, document, path) };
  }
  const file = files.resolve(document.source.name, reference.file);
  const text = await withFile(document, [...path, 'file'], file, diagnostics, () =>
    files.readText(file),
  );
  return text === undefined ? undefined : { text, relocate: (found) => found };
}

/** Compiles a formula under a profile, for pools with or without samples of the resource metrics. */
export function compilePoolFormula(
  formula: PoolFormula,
  profile: Profile | undefined,
  sampleResources: boolean,
): CompileResult {
  const { value, diagnostics, serviceError } = compileFormula(formula.text, {
    evaluator: 'plan',
    ...(profile === undefined ? {} : { profile }),
  });
  if (value === undefined) {
    const found = formula.relocate(diagnostics);
    return { diagnostics: found, ...(serviceError === undefined ? {} : { serviceError }) };
  }
  const all = [...diagnostics, ...(sampleResources ? [] : unsampledMetrics(value))];
  return { value, diagnostics: formula.relocate(all) };
}

/** A formula may read resource metrics, of which a pool has a history only where tasks say what they use. */
function unsampledMetrics({ program }: CompiledFormula): Diagnostic[] {
  const { source } = program;
  return [...usedMetrics(program)]
    .filter(([metric]) => !sampledVariables.has(metric))
    .map(([metric, { span }]) =>
      scenarioDiagnostic('metric-not-sampled', span, { metric }, { source }),
    );
}
