import {
  defineDiagnostics,
  type DiagnosticFactory,
} from '../base/diagnostics/define-diagnostics.js';

const definitions = {
  'host-syntax': {
    severity: 'warning',
    message: ({ language }: { language: string }): string =>
      `from here on the file is not ${language} that can be read; formulas after this place may be missed`,
  },
  'host-nesting': {
    severity: 'error',
    message: ({ language }: { language: string }): string =>
      `values of the ${language} file are nested too deep; its formulas were not read`,
  },
  'host-too-large': {
    severity: 'error',
    message: ({ limit }: { limit: number }): string =>
      `the file has more than ${limit} characters; its formulas were not read`,
  },
  'shell-expansion': {
    severity: 'error',
    message: ({ name, escaped }: { name: string; escaped: string }): string =>
      `the shell replaces ${name} before the service sees it; expected ${escaped}, or single quotes around the formula`,
  },
  'host-binary': {
    severity: 'warning',
    message: (): string => 'the file is binary; expected text',
  },
} as const;

/** Findings about a file that holds formulas, as far as they keep the formulas from being found. */
export const extractDiagnostic: DiagnosticFactory<typeof definitions> =
  defineDiagnostics(definitions);
