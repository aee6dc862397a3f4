import type { Diagnostic } from '../base/diagnostics/diagnostic.js';
import { createLineTable, type Position, type SourceText } from '../base/text/source-text.js';
import type { AutoScaleRunError } from './autoscale-run.js';

/** `Line 9, Col 43`, both counted from 1 (recorded). */
export function positionText({ line, column }: Position): string {
  return `Line ${line}, Col ${column}`;
}

/** The body of the answer with HTTP status 400 to a formula that the service refuses (documented codes and messages). */
export function refusal(source: SourceText, diagnostic: Diagnostic): AutoScaleRunError {
  const place = positionText(createLineTable(source.text).position(diagnostic.span.start));
  const values = [{ name: 'Message', value: `${place}: ${diagnostic.message}` }];
  if (diagnostic.code === 'formula-too-long') {
    return {
      code: 'AutoScalingFormulaTooLong',
      message: 'The specified auto-scaling formula exceeds lengths limit.',
      values,
    };
  }
  return {
    code: 'AutoScalingFormulaSyntaxError',
    message: 'The specified auto-scaling formula has a syntax error.',
    values,
  };
}
