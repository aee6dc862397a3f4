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
  'no-formula': {
    severity: 'error',
    message: ({ path }: { path: string }): string => `${path} holds no formula`,
  },
  'several-formulas': {
    severity: 'error',
    message: ({ path, count }: { path: string; count: number }): string =>
      `${path} holds ${count} formulas; expected an address that says which`,
  },
  'unknown-address': {
    severity: 'error',
    message: ({ path, address }: { path: string; address: string }): string =>
      `${path} holds no formula ${address}`,
  },
  'address-of-plain-file': {
    severity: 'error',
    message: ({ path }: { path: string }): string =>
      `${path} is a formula as a whole, so it has no addresses`,
  },
  'dynamic-formula': {
    severity: 'error',
    message: ({ address, reason }: { address: string; reason: string }): string =>
      `the text of ${address} is not in the file: ${reason}`,
  },
  'formula-elsewhere': {
    severity: 'error',
    message: ({ address, path }: { address: string; path: string }): string =>
      `the formula of ${address} is in ${path}; expected that file here`,
  },
  'hole-without-value': {
    severity: 'error',
    message: ({ hole }: { hole: string }): string =>
      `the formula has ${hole}, whose value is not in the file`,
  },
  'unknown-hole': {
    severity: 'error',
    message: ({ name }: { name: string }): string => `the formula has no ${name}`,
  },
  'no-grammars': {
    severity: 'error',
    message: ({ language }: { language: string }): string =>
      `formulas inside ${language} cannot be read without grammars`,
  },
} as const;

/** Findings about a file of formula tests beyond its shape. */
export const testDiagnostic: DiagnosticFactory<typeof definitions> = defineDiagnostics(definitions);
