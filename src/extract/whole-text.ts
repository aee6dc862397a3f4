import type { HostLiteral } from './literal/host-literal.js';

/** Address of a formula that is a whole file. */
export const wholeAddress = 'formula';

/** A file that is a formula from its first to its last character. */
export function wholeText(text: string): HostLiteral {
  const host = { start: 0, end: text.length };
  return { kind: 'literal', host, pieces: [{ kind: 'copy', host }], encode: (each) => each };
}
