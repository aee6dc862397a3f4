import {
  defineDiagnostics,
  severitiesOf,
  type DiagnosticFactory,
} from '../base/diagnostics/define-diagnostics.js';
import type { Severity } from '../base/diagnostics/diagnostic.js';

/** Errors of this table make the service refuse the formula. */
const definitions = {
  'formula-too-long': {
    severity: 'error',
    message: ({ length, limit }: { length: number; limit: number }): string =>
      `the formula has ${length} characters; the service takes at most ${limit}`,
  },
  'nesting-too-deep': {
    severity: 'error',
    message: ({ limit }: { limit: number }): string =>
      `parentheses and ternaries are nested deeper than ${limit} levels, which is the limit of this program`,
  },
  'syntax-error': {
    severity: 'error',
    message: ({ expected, found }: { expected: string; found: string }): string =>
      `expected ${expected}, found ${found}`,
  },
  'missing-semicolon': {
    severity: 'error',
    message: ({ name, line }: { name: string; line: number }): string =>
      `expected ';' before ${name} on line ${line}; a new line does not end a statement`,
  },
  'hash-comment': {
    severity: 'error',
    message: (): string => "invalid character '#'; a comment starts with //",
  },
  'block-comment': {
    severity: 'error',
    message: (): string => '/* */ is not a comment of this language; a comment starts with //',
  },
  'unclosed-comment': {
    severity: 'error',
    message: (): string => 'this comment has no end; */ is missing',
  },
  'empty-statement': {
    severity: 'warning',
    message: (): string => 'this statement is empty',
  },
  'empty-statement-refused': {
    severity: 'error',
    message: (): string => "expected a statement, found ';'",
  },
  'decimal-comma': {
    severity: 'error',
    message: ({ number }: { number: string }): string =>
      `a decimal fraction has a point: write ${number}`,
  },
  'vector-literal': {
    severity: 'error',
    message: (): string =>
      'vectors are printed in brackets but cannot be written so; list the numbers as arguments, as in max(1, 2, 3)',
  },
  'unknown-operator': {
    severity: 'error',
    message: ({ operator, advice }: { operator: string; advice: string }): string =>
      `there is no operator ${operator}; ${advice}`,
  },
  'host-text-not-resolved': {
    severity: 'error',
    message: ({ text, reason }: { text: string; reason: string }): string => `${text} ${reason}`,
  },
  'single-quotes': {
    severity: 'error',
    message: ({ text }: { text: string }): string =>
      `a string stands between double quotes: "${text}"`,
  },
  'number-form': {
    severity: 'error',
    message: ({ text }: { text: string }): string =>
      `${text} is not a number of this language; numbers are written like 25 and 0.7`,
  },
  'invalid-character': {
    severity: 'error',
    message: ({ character, code }: { character: string; code: string }): string =>
      `invalid character ${character} (${code})`,
  },
  'unterminated-string': {
    severity: 'error',
    message: (): string => 'this string has no closing quote on its line',
  },
} as const;

export const syntaxDiagnostic: DiagnosticFactory<typeof definitions> =
  defineDiagnostics(definitions);

export const syntaxSeverities: Readonly<Record<SyntaxCode, Severity>> = severitiesOf(definitions);
export type SyntaxCode = keyof typeof definitions;
export const syntaxCodes: readonly SyntaxCode[] = Object.keys(definitions) as SyntaxCode[];
