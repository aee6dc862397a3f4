import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { SourceText } from '../../base/text/source-text.js';
import { extractDiagnostic } from '../extract-diagnostics.js';
import type { FoundValue, HostValue } from '../literal/host-literal.js';
import { formulaCertainty, poolAddress } from '../structured-values.js';
import { yamlEncoder } from './encode-yaml.js';
import { withPlaceholders } from './placeholders.js';
import { yamlPieces } from './yaml-pieces.js';
import { readYamlTexts, type YamlText } from './yaml-scalars.js';

/** Formulas of YAML files: pool definitions, scenarios, values of charts and pipelines, by place, by name, or by a marker comment. */
export function extractYaml(
  source: SourceText,
  formulaPaths: readonly string[] = [],
): DiagnosticResult<readonly FoundValue[]> {
  const { texts, brokenAt, tooDeep } = readYamlTexts(source.text);
  if (tooDeep === true) {
    const whole = { start: 0, end: 0 };
    return {
      diagnostics: [extractDiagnostic('host-nesting', whole, { language: 'YAML' }, { source })],
    };
  }
  const value = texts.flatMap((found): FoundValue[] => {
    const { path, holders, scalar, comment } = found;
    const certainty = formulaCertainty({ path, comment, value: scalar.value }, formulaPaths);
    if (certainty === undefined) return [];
    return [{ address: poolAddress(path, holders), value: valueOf(source.text, found), certainty }];
  });
  const diagnostics =
    brokenAt === undefined
      ? []
      : [extractDiagnostic('host-syntax', brokenAt, { language: 'YAML' }, { source })];
  return { value, diagnostics };
}

function valueOf(text: string, { scalar }: YamlText): HostValue {
  const [start, end] = scalar.range!;
  const host = { start, end };
  const pieces = yamlPieces(text, scalar);
  if (pieces === undefined) {
    return { kind: 'dynamic', host, reason: 'a scalar whose lines cannot be located exactly' };
  }
  return {
    kind: 'literal',
    host,
    pieces: withPlaceholders(text, pieces),
    encode: yamlEncoder(text, scalar),
  };
}
