import type { Scalar } from 'yaml';

import type { Encode } from '../literal/host-literal.js';

/** How text is written inside a YAML scalar of the form that it has. */
export function yamlEncoder(host: string, scalar: Scalar): Encode {
  const [start] = scalar.range!;
  const lineEnd = host.includes('\r\n') ? '\r\n' : '\n';
  switch (scalar.type) {
    case 'BLOCK_LITERAL': {
      const indent = lineIndent(host, start);
      return (text) =>
        /[^\t\n\x20-\uffff]/.test(text)
          ? undefined
          : text.replaceAll('\n', lineEnd).replace(/\n(?=[^\r\n])/g, `\n${indent}`);
    }
    case 'BLOCK_FOLDED':
      return (text) => (/[\r\n\t]/.test(text) ? undefined : text);
    case 'QUOTE_DOUBLE':
      return (text) => JSON.stringify(text).slice(1, -1);
    case 'QUOTE_SINGLE':
      return (text) => (/[\r\n\t]/.test(text) ? undefined : text.replaceAll("'", "''"));
    default:
      return plainText;
  }
}

/** Text that cannot end a plain scalar: no comment, no mapping, no bracket of a flow collection. */
function plainText(text: string): string | undefined {
  return /[\r\n\t]|(?:^|\s)#|:(?:\s|$)|[[\]{},]|^[-?&*!|>'"%@`]/.test(text) ? undefined : text;
}

/** Indentation of the first line with text of a block scalar. */
function lineIndent(host: string, start: number): string {
  const body = host.indexOf('\n', start) + 1;
  const firstText = /^[^\S\n]*(?=\S)/m.exec(host.slice(body));
  return firstText?.[0] ?? '';
}
