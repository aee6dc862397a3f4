import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { SourceText } from '../../base/text/source-text.js';
import { extractDiagnostic } from '../extract-diagnostics.js';
import type { FoundValue } from '../literal/host-literal.js';
import { jsonLiteral } from '../literal/json-text.js';
import { formulaCertainty, poolAddress } from '../structured-values.js';
import { armValue, isArmExpression, readArmScope } from './arm-expression.js';
import { readJsonStrings } from './json-strings.js';

/**
 * Formulas of ARM templates, Batch REST bodies and pool files in JSON: `scaleSettings.autoScale.formula` and `autoScaleFormula` by
 * their place, other names that say so, and any string under a marker comment.
 */
export function extractJson(
  source: SourceText,
  formulaPaths: readonly string[] = [],
): DiagnosticResult<readonly FoundValue[]> {
  const { text } = source;
  const { strings, brokenAt } = readJsonStrings(text);
  const scope = readArmScope(strings);
  const value = strings.flatMap((found): FoundValue[] => {
    const certainty = formulaCertainty(found, formulaPaths);
    if (certainty === undefined) return [];
    const literal = jsonLiteral(text, found.host);
    const address = poolAddress(found.path, found.holders);
    if (!scope.isTemplate || !isArmExpression(found.value)) {
      return [{ address, value: literal, certainty }];
    }
    return armValue(text, literal, scope).map((each) => ({
      address: each.address ?? address,
      value: each.value,
      certainty,
    }));
  });
  const diagnostics =
    brokenAt === undefined
      ? []
      : [extractDiagnostic('host-syntax', brokenAt, { language: 'JSON' }, { source })];
  return { value, diagnostics };
}
