import type { Node } from 'web-tree-sitter';

import type { Span } from '../../base/text/source-text.js';
import type { CodeExpression } from '../code/code-expression.js';
import { codePoint, textPieces } from '../code/text-pieces.js';
import type { Encode } from '../literal/host-literal.js';
import { createPieceList } from '../literal/piece-list.js';
import { namedChildren, spanOf } from '../syntax-node.js';

const letters: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

function decode(found: string): string {
  if (found === '""' || found === '{{' || found === '}}') return found[0]!;
  const letter = found[1]!;
  if (found.length > 2) return codePoint(found.slice(2));
  return letters.get(letter) ?? letter;
}

const escapes = String.raw`\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{1,4}|[^])`;

/** A string of C#: regular, verbatim (`@`), interpolated (`$`), or raw (`"""`, with its indentation stripped). */
export function readCSharpString(text: string, node: Node): CodeExpression {
  const host = spanOf(node);
  const [, prefix = '', quotes = '"'] = /^([$@]*)("+)/.exec(text.slice(host.start, host.end)) ?? [];
  const holes = namedChildren(node)
    .filter(({ type }) => type === 'interpolation')
    .map(spanOf);
  if (quotes.length >= 3) return rawString(text, host, prefix, quotes, holes);
  const verbatim = prefix.includes('@');
  const interpolated = prefix.includes('$');
  const content = { start: host.start + prefix.length + 1, end: host.end - 1 };
  const special = new RegExp(
    [verbatim ? '""' : escapes, ...(interpolated ? ['\\{\\{', '\\}\\}'] : [])].join('|'),
    'g',
  );
  const { pieces } = textPieces(text, content, holes, special, decode);
  const encode: Encode = (each) => {
    const own = interpolated ? each.replace(/[{}]/g, '$&$&') : each;
    if (verbatim) return own.replaceAll('"', '""');
    return JSON.stringify(own).slice(1, -1);
  };
  return {
    kind: 'literal',
    literal: { kind: 'literal', host, pieces, encode },
    form: `csharp ${prefix}`,
  };
}

/**
 * Raw strings (C# 11): over several lines the text lies between the line of the opening and the line of the closing quotes, without
 * the white space that stands before the closing ones.
 */
function rawString(
  text: string,
  host: Span,
  prefix: string,
  quotes: string,
  holes: readonly Span[],
): CodeExpression {
  const content = {
    start: host.start + prefix.length + quotes.length,
    end: host.end - quotes.length,
  };
  const list = createPieceList();
  const inside = text.slice(content.start, content.end);
  const firstBreak = /^[ \t]*\r?\n/.exec(inside)?.[0];
  let indent = '';
  if (firstBreak === undefined) {
    list.add(textPieces(text, content, holes, undefined, () => undefined).pieces);
  } else {
    indent = /[ \t]*$/.exec(inside)![0];
    const lastBreak = inside.slice(0, inside.length - indent.length).endsWith('\r\n') ? 2 : 1;
    const start = content.start + firstBreak.length;
    const end = Math.max(start, content.end - indent.length - lastBreak);
    for (let at = start; at < end;) {
      const hole = holes.find((each) => each.start >= at);
      const lineFeed = lineEndOutside(text, at, end, holes);
      const from = text.startsWith(indent, at)
        ? at + indent.length
        : Math.min(skipBlank(text, at), lineFeed);
      const own =
        hole === undefined
          ? []
          : holes.filter((each) => each.start >= from && each.end <= lineFeed);
      list.add(
        textPieces(text, { start: from, end: lineFeed }, own, undefined, () => undefined).pieces,
      );
      at = lineFeed;
    }
  }
  const encode: Encode = (each) => {
    if (each.includes(quotes) || each.endsWith('"') || (prefix !== '' && /[{}]/.test(each)))
      return undefined;
    if (firstBreak === undefined) return each.includes('\n') ? undefined : each;
    return each.replace(/\n(?=[^\r\n])/g, `\n${indent}`);
  };
  return {
    kind: 'literal',
    literal: { kind: 'literal', host, pieces: list.pieces, encode },
    form: `csharp raw ${indent.length}`,
  };
}

/** After the line feed that ends a line, or the end of the text; line feeds inside holes do not count. */
function lineEndOutside(text: string, from: number, end: number, holes: readonly Span[]): number {
  let at = from;
  for (;;) {
    const lineFeed = text.indexOf('\n', at);
    if (lineFeed < 0 || lineFeed >= end) return end;
    const hole = holes.find((each) => each.start <= lineFeed && lineFeed < each.end);
    if (hole === undefined) return lineFeed + 1;
    at = hole.end;
  }
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
