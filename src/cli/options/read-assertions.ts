import { parseAssertion, type Assertion } from '../../experiment/assertion.js';
import type { Terminal } from '../terminal.js';
import { failOnErrors } from './read-overrides.js';

/** All `--assert` expressions; what is wrong with any of them is printed. */
export function readAssertions(terminal: Terminal, expressions: readonly string[]): Assertion[] {
  const parsed = expressions.map(parseAssertion);
  failOnErrors(
    terminal,
    parsed.flatMap(({ diagnostics }) => diagnostics),
  );
  return parsed.map(({ value }) => value!);
}
