import type { HostLiteral } from '../literal/host-literal.js';
import { cookText, createPieceList } from '../literal/piece-list.js';
import type { Placeholders } from './code-expression.js';

const patterns = {
  braces: /\{\{|\}\}|\{[^{}\n]*\}/g,
  percent: /%%|%(?:\(\w+\))?[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]/g,
} as const;

function patternOf(placeholders: Placeholders): RegExp {
  if (placeholders === 'braces' || placeholders === 'percent') return patterns[placeholders];
  return new RegExp(placeholders.text.replace(/[^\w\s]/g, '\\$&'), 'g');
}

/** Turns the placeholders of a text into holes, and its doubled marks into single ones. */
export function formatLiteral(
  hostText: string,
  literal: HostLiteral,
  placeholders: Placeholders,
): HostLiteral {
  const list = createPieceList();
  const cooked = cookText(hostText, literal.pieces);
  let at = 0;
  for (const { 0: found, index } of cooked.text.matchAll(patternOf(placeholders))) {
    if (found === '') continue;
    list.add(cooked.slice({ start: at, end: index }));
    at = index + found.length;
    const host = cooked.toHost({ start: index, end: at });
    const doubled = found === '{{' || found === '}}' || found === '%%';
    if (doubled && typeof placeholders === 'string') list.escape(host.start, host.end, found[0]!);
    else list.hole(host.start, host.end);
  }
  list.add(cooked.slice({ start: at, end: cooked.text.length }));
  const encode = (text: string): string | undefined =>
    literal.encode(doubleMarks(text, placeholders));
  return { ...literal, pieces: list.pieces, encode };
}

function doubleMarks(text: string, placeholders: Placeholders): string {
  if (placeholders === 'braces') return text.replace(/[{}]/g, '$&$&');
  return placeholders === 'percent' ? text.replaceAll('%', '%%') : text;
}
