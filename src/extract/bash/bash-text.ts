import type { Span } from '../../base/text/source-text.js';
import { closingBracket } from '../balanced.js';
import { codePoint, textPieces } from '../code/text-pieces.js';
import type { Encode, HostLiteral } from '../literal/host-literal.js';
import { forgottenEscapes, type ShellVariable } from '../shell-variables.js';

/** What a shell does inside a text: `quoted` in double quotes, `document` in a here-document, `word` outside quotes. */
export type BashContext = 'quoted' | 'document' | 'word';

const escapesOf: Readonly<Record<BashContext, RegExp>> = {
  quoted: /\\[\\$`"]|\\\r?\n/g,
  document: /\\[\\$`]|\\\r?\n/g,
  word: /\\\r?\n|\\[^]/g,
};

const toEscape: Readonly<Record<BashContext, RegExp>> = {
  quoted: /[\\$`"]/g,
  document: /[\\$`]/g,
  word: /[^\w.,:/@%+=-]/g,
};

/** Pieces of a text in which the shell expands `$x`, `${x}`, `$(x)` and backquotes. */
export function expandedText(
  text: string,
  host: Span,
  content: Span,
  context: BashContext,
  defined: ReadonlySet<string>,
): HostLiteral {
  const { holes, variables } = readExpansions(text, content);
  const forgotten = forgottenEscapes(variables, defined);
  const kept = new Set(forgotten.map((each) => each.host.start));
  const own = holes.filter(({ start }) => !kept.has(start));
  const decode = (found: string): string => (/^\\\r?\n$/.test(found) ? '' : found.slice(1));
  const { pieces } = textPieces(text, content, own, escapesOf[context], decode);
  const encode: Encode = (each) =>
    context === 'word' && /[\r\n]/.test(each) ? undefined : each.replace(toEscape[context], '\\$&');
  const expanded = forgotten.map((each) => each.host);
  return { kind: 'literal', host, pieces, encode, expanded };
}

function readExpansions(
  text: string,
  { start, end }: Span,
): { readonly holes: readonly Span[]; readonly variables: readonly ShellVariable[] } {
  const holes: Span[] = [];
  const variables: ShellVariable[] = [];
  const inside = text.slice(0, end);
  for (let at = start; at < end;) {
    const character = inside[at];
    if (character === '\\') {
      at += 2;
      continue;
    }
    const to = expansionEnd(inside, at);
    if (to === undefined) {
      at++;
      continue;
    }
    holes.push({ start: at, end: to });
    const name = inside.slice(at, to);
    if (/^\$\w+$/.test(name)) variables.push({ name, host: { start: at, end: to } });
    at = to;
  }
  return { holes, variables };
}

function expansionEnd(text: string, at: number): number | undefined {
  if (text[at] === '`') {
    const end = text.indexOf('`', at + 1);
    return end < 0 ? undefined : end + 1;
  }
  if (text[at] !== '$') return undefined;
  if (text[at + 1] === '(') return closingBracket(text, at + 2, '(', ')');
  if (text[at + 1] === '{') return closingBracket(text, at + 2, '{', '}');
  const name = /\$(?:[A-Za-z_]\w*|[0-9@*#?!$-])/y;
  name.lastIndex = at;
  const found = name.exec(text)?.[0];
  return found === undefined ? undefined : at + found.length;
}

const ansiLetters: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['E', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

/** `$'...'`: escapes as in C. */
export function ansiText(text: string, host: Span): HostLiteral {
  const content = { start: host.start + 2, end: host.end - 1 };
  const special = /\\(?:x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8}|[0-7]{1,3}|[^])/g;
  const { pieces } = textPieces(text, content, [], special, (found) => {
    const letter = found[1]!;
    if (/[xuU]/.test(letter) && found.length > 2) return codePoint(found.slice(2));
    if (/[0-7]/.test(letter)) return codePoint(found.slice(1), 8);
    return ansiLetters.get(letter) ?? (/[\\'"?]/.test(letter) ? letter : undefined);
  });
  const encode: Encode = (each) =>
    each.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return { kind: 'literal', host, pieces, encode };
}

/** `'...'`: everything stands for itself, so a quote cannot be written. */
export function verbatimText(host: Span, content: Span): HostLiteral {
  const encode: Encode = (each) => (each.includes("'") ? undefined : each);
  return { kind: 'literal', host, pieces: [{ kind: 'copy', host: content }], encode };
}

/** A here-document whose marker is quoted. */
export function verbatimDocument(host: Span, content: Span): HostLiteral {
  return {
    kind: 'literal',
    host,
    pieces: [{ kind: 'copy', host: content }],
    encode: (each) => each,
  };
}
