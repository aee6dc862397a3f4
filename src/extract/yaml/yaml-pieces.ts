import type { Scalar } from 'yaml';

import type { Piece } from '../literal/host-literal.js';
import { cookText, createPieceList, type PieceList } from '../literal/piece-list.js';

const hexDigits: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);
const letters: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

/**
 * The pieces of a YAML scalar (YAML 1.2.2 chapters 5.7, 7.3 and 8.1); undefined where they do not add up to the value that the
 * parser gives.
 */
export function yamlPieces(host: string, scalar: Scalar): readonly Piece[] | undefined {
  const { range, type, value } = scalar;
  if (!range || typeof value !== 'string') return undefined;
  const list = createPieceList();
  const [start, end] = range;
  switch (type) {
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      addBlock(list, host, start, value, type === 'BLOCK_FOLDED');
      break;
    case 'QUOTE_DOUBLE':
      addDoubleQuoted(list, host, start + 1, end - 1);
      break;
    case 'QUOTE_SINGLE':
      addFlow(list, host, start + 1, end - 1, true);
      break;
    default:
      addFlow(list, host, start, end, false);
  }
  return cookText(host, list.pieces).text === value ? list.pieces : undefined;
}

/** Line breaks inside a flow scalar, with the white space around them: one folds to a space, more to one fewer. */
const flowBreak = /[ \t]*(?:\r?\n[ \t]*)+/y;

function addBreak(list: PieceList, host: string, at: number): number | undefined {
  flowBreak.lastIndex = at;
  const found = flowBreak.exec(host)?.[0];
  if (found === undefined) return undefined;
  const breaks = found.split('\n').length - 1;
  list.escape(at, at + found.length, breaks === 1 ? ' ' : '\n'.repeat(breaks - 1));
  return at + found.length;
}

function addFlow(list: PieceList, host: string, start: number, end: number, quoted: boolean): void {
  for (let at = start; at < end;) {
    const afterBreak = addBreak(list, host, at);
    if (afterBreak !== undefined) {
      at = afterBreak;
    } else if (quoted && host.startsWith("''", at)) {
      list.escape(at, at + 2, "'");
      at += 2;
    } else {
      list.copy(at, at + 1);
      at++;
    }
  }
}

function addDoubleQuoted(list: PieceList, host: string, start: number, end: number): void {
  for (let at = start; at < end;) {
    const afterBreak = addBreak(list, host, at);
    if (afterBreak !== undefined) {
      at = afterBreak;
      continue;
    }
    if (host[at] !== '\\') {
      list.copy(at, at + 1);
      at++;
      continue;
    }
    // An escaped line break is nothing, and white space before the next line too.
    const joined = /\\\r?\n[ \t]*/y;
    joined.lastIndex = at;
    const gap = joined.exec(host)?.[0];
    if (gap !== undefined) {
      at += gap.length;
      continue;
    }
    const letter = host[at + 1]!;
    const digits = hexDigits.get(letter) ?? 0;
    const code = Number.parseInt(host.slice(at + 2, at + 2 + digits), 16);
    const text =
      digits > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : (letters.get(letter) ?? letter);
    list.escape(at, at + 2 + digits, text);
    at += 2 + digits;
  }
}

/** Lines of a block scalar: their indentation is a gap; folded ones are joined as the value says. */
function addBlock(
  list: PieceList,
  host: string,
  start: number,
  value: string,
  folded: boolean,
): void {
  const header = /[|>]([1-9]?)[-+]?([1-9]?)[^\n]*\n/y;
  header.lastIndex = start;
  const found = header.exec(host);
  if (found === null) return;
  let at = start + found[0].length;
  let valueAt = 0;
  const indent = blockIndent(host, at, value);
  while (valueAt < value.length && at <= host.length) {
    const lineFeed = host.indexOf('\n', at);
    const lineEnd = lineFeed < 0 ? host.length : lineFeed;
    const textEnd = host[lineEnd - 1] === '\r' && lineFeed >= 0 ? lineEnd - 1 : lineEnd;
    const textStart = Math.min(at + indent, textEnd);
    list.copy(textStart, textEnd);
    valueAt += textEnd - textStart;
    const next = Math.min(lineEnd + 1, host.length);
    const breakStart = textEnd;
    at = next;
    if (folded) {
      // Blank lines belong to the break before them.
      const blank = new RegExp(`(?:[ ]{0,${indent}}\\r?\\n)*`, 'y');
      blank.lastIndex = at;
      at += blank.exec(host)![0].length;
    }
    if (valueAt >= value.length) break;
    const standsFor = folded ? foldedBreak(value, valueAt, host, at + indent) : '\n';
    if (!folded && host[breakStart] === '\n') list.copy(breakStart, next);
    else list.escape(breakStart, at, standsFor);
    valueAt += standsFor.length;
  }
}

/** What the value has between two lines: a space, or line feeds. */
function foldedBreak(value: string, at: number, host: string, nextText: number): string {
  let end = at;
  while (value[end] === '\n') end++;
  if (end > at) return value.slice(at, end);
  return value[at] === ' ' && host[nextText] !== ' ' ? ' ' : '';
}

/** Indentation of a block scalar: what its first line with text has more than the value. */
function blockIndent(host: string, start: number, value: string): number {
  const firstText = /[^\n]*\S[^\n]*/.exec(value);
  if (firstText === null) return Number.MAX_SAFE_INTEGER;
  const lines = /[^\n]*\n?/y;
  lines.lastIndex = start;
  for (let line = lines.exec(host)?.[0] ?? ''; line !== ''; line = lines.exec(host)?.[0] ?? '') {
    if (line.trim() === '') continue;
    const leading = (text: string): number => text.length - text.trimStart().length;
    return leading(line) - leading(firstText[0]);
  }
  return 0;
}
