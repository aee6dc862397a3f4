import {
  defineDiagnostics,
  type DiagnosticFactory,
} from '../base/diagnostics/define-diagnostics.js';

const definitions = {
  'metrics-not-readable': {
    severity: 'error',
    message: ({ reason }: { reason: string }): string => `the metrics cannot be read: ${reason}`,
  },
  'unknown-metrics-key': {
    severity: 'error',
    message: ({ name, nearest }: { name: string; nearest: string | undefined }): string =>
      `there is no key ${name} here${nearest === undefined ? '' : `; did you mean ${nearest}?`}`,
  },
  'wrong-metrics-value': {
    severity: 'error',
    message: ({
      name,
      expected,
      found,
    }: {
      name: string;
      expected: string;
      found: string;
    }): string => `${name} expects ${expected}, found ${found}`,
  },
  'series-notation': {
    severity: 'error',
    message: ({ element }: { element: string }): string =>
      `${element} is no element of a series; expected a form like 4, _, 0+10x5, 60x4 or _x3`,
  },
  'series-too-long': {
    severity: 'error',
    message: ({ limit }: { limit: number }): string => `a series has at most ${limit} samples`,
  },
} as const;

export const metricsDiagnostic: DiagnosticFactory<typeof definitions> =
  defineDiagnostics(definitions);
