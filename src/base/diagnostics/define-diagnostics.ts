import type { Diagnostic, Severity } from './diagnostic.js';
import type { Span } from '../text/source-text.js';

/** One row of a diagnostics table: what it is called, how bad it is, and how its message reads. */
export interface DiagnosticDefinition {
  readonly severity: Severity;
  readonly message: (parameters: never) => string;
}

type ParametersOf<D extends DiagnosticDefinition> = Parameters<D['message']>[0];

type Extras = Pick<Diagnostic, 'help' | 'labels' | 'fixes' | 'source'>;

/** Creates diagnostics of one table; a wrong code or a missing message parameter is a compile error. */
export type DiagnosticFactory<D extends Record<string, DiagnosticDefinition>> = <
  C extends keyof D & string,
>(
  code: C,
  span: Span,
  parameters: ParametersOf<D[C]>,
  extras?: Extras,
) => Diagnostic;

/**
 * Declares the diagnostics of one part of the program. Nobody writes a message anywhere else, so that every message has a
 * code, a severity and a place in the documentation.
 */
export function defineDiagnostics<const D extends Record<string, DiagnosticDefinition>>(
  definitions: D,
): DiagnosticFactory<D> {
  return (code, span, parameters, extras) => {
    const { severity, message } = definitions[code]!;
    return { code, severity, message: message(parameters), span, ...extras };
  };
}

/** The severity of each code of a table. */
export function severitiesOf<C extends string>(
  definitions: Readonly<Record<C, DiagnosticDefinition>>,
): Readonly<Record<C, Severity>> {
  const codes = Object.keys(definitions) as C[];
  return Object.fromEntries(codes.map((code) => [code, definitions[code].severity])) as Record<
    C,
    Severity
  >;
}
