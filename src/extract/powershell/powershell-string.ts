import type { Node } from 'web-tree-sitter';

import type { Span } from '../../base/text/source-text.js';
import { closingBracket } from '../balanced.js';
import type { CodeExpression } from '../code/code-expression.js';
import { codePoint, textPieces } from '../code/text-pieces.js';
import type { Encode, HostLiteral } from '../literal/host-literal.js';
import { forgottenEscapes, type ShellVariable } from '../shell-variables.js';
import { spanOf } from '../syntax-node.js';

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

export const stringTypes: readonly string[] = [
  'expandable_string_literal',
  'verbatim_string_characters',
  'expandable_here_string_literal',
  'verbatim_here_string_characters',
];

/** A string of PowerShell: expandable or verbatim, in quotes or as a here-string (between the lines of `@"` and `"@`). */
export function readPowerShellString(
  text: string,
  node: Node,
  defined: ReadonlySet<string>,
): CodeExpression {
  const host = spanOf(node);
  const isHere = text[host.start] === '@';
  const expandable = text[host.start + (isHere ? 1 : 0)] === '"';
  const content = isHere ? hereContent(text, host) : { start: host.start + 1, end: host.end - 1 };
  const literal = expandable
    ? expandableText(text, host, content, isHere, defined)
    : verbatimText(text, host, content, isHere);
  return { kind: 'literal', literal, form: `powershell ${String(expandable)} ${String(isHere)}` };
}

function hereContent(text: string, { start, end }: Span): Span {
  const first = text.indexOf('\n', start) + 1;
  // The grammar takes the line break after the closing mark for a part of the string.
  const lineFeed = text.lastIndexOf('\n', text.lastIndexOf('@', end - 1));
  const last = text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed;
  return { start: first, end: Math.max(first, last) };
}

function verbatimText(text: string, host: Span, content: Span, isHere: boolean): HostLiteral {
  const { pieces } = textPieces(text, content, [], isHere ? undefined : /''/g, () => "'");
  const encode: Encode = (each) => {
    if (isHere) return /^'@/m.test(each) ? undefined : each;
    return each.replaceAll("'", "''");
  };
  return { kind: 'literal', host, pieces, encode };
}

function expandableText(
  text: string,
  host: Span,
  content: Span,
  isHere: boolean,
  defined: ReadonlySet<string>,
): HostLiteral {
  const { holes, variables } = readExpansions(text, content);
  const forgotten = forgottenEscapes(variables, defined);
  const kept = new Set(forgotten.map((each) => each.host.start));
  const own = holes.filter(({ start }) => !kept.has(start));
  const special = isHere
    ? /`(?:u\{[0-9a-fA-F]+\}|\r?\n|[^])/g
    : /`(?:u\{[0-9a-fA-F]+\}|\r?\n|[^])|""/g;
  const { pieces } = textPieces(text, content, own, special, decode);
  const encode: Encode = (each) => {
    const escaped = each.replace(/[`$]/g, '`$&');
    return isHere ? escaped : escaped.replaceAll('"', '`"');
  };
  const expanded = forgotten.map((each) => each.host);
  return { kind: 'literal', host, pieces, encode, expanded };
}

function decode(found: string): string {
  if (found === '""') return '"';
  const digits = /^`u\{([0-9a-fA-F]+)\}$/.exec(found)?.[1];
  if (digits !== undefined) return codePoint(digits);
  return letters.get(found[1]!) ?? found.slice(1);
}

function readExpansions(
  text: string,
  { start, end }: Span,
): { readonly holes: readonly Span[]; readonly variables: readonly ShellVariable[] } {
  const holes: Span[] = [];
  const variables: ShellVariable[] = [];
  const inside = text.slice(0, end);
  const name = /\$(?:\w+:)?\w+/y;
  for (let at = start; at < end; at++) {
    if (inside[at] === '`') {
      at++;
      continue;
    }
    if (inside[at] !== '$') continue;
    let to: number | undefined;
    if (inside[at + 1] === '(') to = closingBracket(inside, at + 2, '(', ')');
    else if (inside[at + 1] === '{') to = closingBracket(inside, at + 2, '{', '}');
    else {
      name.lastIndex = at;
      const found = name.exec(inside)?.[0];
      if (found === undefined) continue;
      to = at + found.length;
      variables.push({ name: found, host: { start: at, end: to } });
    }
    holes.push({ start: at, end: to });
    at = to - 1;
  }
  return { holes, variables };
}
