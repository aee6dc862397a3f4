import {
  defineDiagnostics,
  type DiagnosticFactory,
} from '../base/diagnostics/define-diagnostics.js';

const definitions = {
  'unknown-switch': {
    severity: 'error',
    message: ({ name, nearest }: { name: string; nearest: string | undefined }): string =>
      `there is no switch ${name}${nearest === undefined ? '' : `; did you mean ${nearest}?`}`,
  },
  'unknown-switch-value': {
    severity: 'error',
    message: ({
      name,
      value,
      values,
    }: {
      name: string;
      value: string;
      values: readonly string[];
    }): string => `${value} is not a value of ${name}; expected ${values.join(' or ')}`,
  },
  'profile-not-readable': {
    severity: 'error',
    message: ({ reason }: { reason: string }): string => `the profile cannot be read: ${reason}`,
  },
} as const;

export const profileDiagnostic: DiagnosticFactory<typeof definitions> =
  defineDiagnostics(definitions);
