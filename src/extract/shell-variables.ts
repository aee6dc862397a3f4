import type { Span } from '../base/text/source-text.js';
import { variableRows } from '../language/variables.js';

const serviceNames: ReadonlySet<string> = new Set(
  [...variableRows.keys()].map((name) => name.toLowerCase()),
);

/** A `$name` in a text that a shell expands. */
export interface ShellVariable {
  /** With the `$`. */
  readonly name: string;
  readonly host: Span;
}

/**
 * Which variables of a shell text are meant as text: names of the service that the script does not define, for the shell would put
 * nothing in their place. Where there is one, the `$` of the formula's own names was forgotten too.
 */
export function forgottenEscapes(
  variables: readonly ShellVariable[],
  defined: ReadonlySet<string>,
): readonly ShellVariable[] {
  const unknown = variables.filter(({ name }) => !defined.has(name.slice(1).toLowerCase()));
  const hasService = unknown.some(({ name }) => serviceNames.has(name.toLowerCase()));
  // Names in capitals are variables of the environment.
  return hasService ? unknown.filter(({ name }) => !/^\$[A-Z0-9_]+$/.test(name)) : [];
}
