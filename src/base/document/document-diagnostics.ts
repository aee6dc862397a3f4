import { defineDiagnostics, type DiagnosticFactory } from '../diagnostics/define-diagnostics.js';

const definitions = {
  'document-syntax': {
    severity: 'error',
    message: ({ problem }: { problem: string }): string => problem,
  },
  'document-empty': {
    severity: 'error',
    message: (): string => 'the file is empty',
  },
  'document-size': {
    severity: 'error',
    message: ({ limit }: { limit: number }): string => `the file has more than ${limit} characters`,
  },
  'document-nesting': {
    severity: 'error',
    message: ({ limit }: { limit: number }): string =>
      `values are nested deeper than ${limit} levels`,
  },
  'document-aliases': {
    severity: 'error',
    message: ({ limit }: { limit: number }): string =>
      `aliases (*name) repeat more than ${limit} values`,
  },
  'unknown-alias': {
    severity: 'error',
    message: ({ name }: { name: string }): string => `nothing before *${name} is named &${name}`,
  },
  'several-documents': {
    severity: 'error',
    message: (): string => 'the file holds several YAML documents; expected one',
  },
  'duplicate-key': {
    severity: 'error',
    message: ({ key }: { key: string }): string => `key ${key} is given twice`,
  },
  'refused-key': {
    severity: 'error',
    message: ({ key }: { key: string }): string => `key ${key} is not accepted anywhere`,
  },
  'unknown-key': {
    severity: 'error',
    message: ({ key, place }: { key: string; place: string }): string =>
      `unknown key ${key}${place === '' ? '' : ` in ${place}`}`,
  },
  'missing-key': {
    severity: 'error',
    message: ({ key, place }: { key: string; place: string }): string =>
      `key ${key} is missing${place === '' ? '' : ` in ${place}`}`,
  },
  'bad-value': {
    severity: 'error',
    message: ({
      place,
      found,
      expected,
    }: {
      place: string;
      found: string;
      expected: string;
    }): string => `${place} is ${found}; expected ${expected}`,
  },
  'not-modelled': {
    severity: 'warning',
    message: ({ path }: { path: string }): string =>
      `${path} is not modelled, so it changes nothing in the simulation`,
  },
  'read-only-key': {
    severity: 'info',
    message: ({ path }: { path: string }): string =>
      `${path} is state that the service reports, not a setting; it is not read`,
  },
} as const;

/** Findings about a YAML or JSON file that people write: its syntax, and its shape against a schema. */
export const documentDiagnostic: DiagnosticFactory<typeof definitions> =
  defineDiagnostics(definitions);
