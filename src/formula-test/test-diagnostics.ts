import {
  defineDiagnostics,
  type DiagnosticFactory,
} from '../base/diagnostics/define-diagnostics.js';

const definitions = {
  'unknown-column': {
    severity: 'error',
    message: ({ column }: { column: string }): string => `there is no column ${column}`,
  },
  'repeated-column': {
    severity: 'error',
    message: ({ column }: { column: string }): string => `column ${column} is given twice`,
  },
  'row-length': {
    severity: 'error',
    message: ({ found, expected }: { found: number; expected: number }): string =>
      `the row has ${found} values; expected ${expected}, one for each column`,
  },
  'unknown-test-variable': {
    severity: 'error',
    message: ({ name }: { name: string }): string => `the formula assigns no variable ${name}`,
  },
} as const;

/** Findings about a file of formula tests beyond its shape. */
export const testDiagnostic: DiagnosticFactory<typeof definitions> = defineDiagnostics(definitions);
