import type { Scalar } from 'yaml';

import type { Encode } from '../literal/host-literal.js';

/**
 * How text is written inside a YAML scalar of the form that it has. Folded lines cannot be edited: a change of white space beside a break
 * changes what the break stands for.
 */
export function yamlEncoder(host: string, scalar: Scalar): Encode {
  const [start, end] = scalar.range!;
  const lineEnd = host.includes('\r\n') ? '\r\n' : '\n';
  const isFolded = scalar.type === 'BLOCK_FOLDED' || host.slice(start, end).trim().includes('\n');
  if (scalar.type === 'BLOCK_LITERAL') {
    const indent = lineIndent(host, start);
    return (text) =>
      /[^\t\n\x20-\uffff]/.test(text)
        ? undefined
        : text.replaceAll('\n', lineEnd).replace(/\n(?=[^\r\n])/g, `\n${indent}`);
  }
  if (isFolded) return () => undefined;
  switch (scalar.type) {
    case 'QUOTE_DOUBLE':
      return (text) => JSON.stringify(text).slice(1, -1);
    case 'QUOTE_SINGLE':
      return (text) => (/[\r\n\t]/.test(text) ? undefined : text.replaceAll("'", "''"));
    default:
      return plainText;
  }
}

/** Text that cannot end a plain scalar, whatever stands beside it: no comment, no mapping, no bracket, no space at an end. */
function plainText(text: string): string | undefined {
  return /^[^\s#:[\]{}?&*!|>'"%@`,-](?:[^\r\n\t#:[\]{},]*[^\s#:[\]{},])?$/.test(text)
    ? text
    : undefined;
}

/** Indentation of the first line with text of a block scalar. */
function lineIndent(host: string, start: number): string {
  const body = host.indexOf('\n', start) + 1;
  const firstText = /^[^\S\n]*(?=\S)/m.exec(host.slice(body));
  return firstText?.[0] ?? '';
}
