import type { HostLiteral } from './literal/host-literal.js';

/** A file that is a formula from its first to its last character. */
export function wholeText(text: string): HostLiteral {
  const host = { start: 0, end: text.length };
  return { kind: 'literal', host, pieces: [{ kind: 'copy', host }], encode: (each) => each };
}
