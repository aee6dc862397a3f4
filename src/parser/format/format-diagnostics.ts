import {
  defineDiagnostics,
  type DiagnosticFactory,
} from '../../base/diagnostics/define-diagnostics.js';

const definitions = {
  'formatted-too-long': {
    severity: 'warning',
    message: ({ length, limit }: { length: number; limit: number }): string =>
      `formatted, the formula would have ${length} characters and the service takes at most ${limit}; it is left as it is`,
  },
} as const;

export const formatDiagnostic: DiagnosticFactory<typeof definitions> =
  defineDiagnostics(definitions);
