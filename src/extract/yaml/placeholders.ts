import type { Piece } from '../literal/host-literal.js';
import { cookText, createPieceList } from '../literal/piece-list.js';

/**
 * What tools put values in place of before the service sees a formula: `${{ x }}` (GitHub and Azure pipelines), `{{ x }}` (Helm,
 * Jinja), `$(x)` (Azure pipelines). None of them can be part of a formula.
 */
const placeholder = /\$?\{\{[^{}\n]*\}\}|\$\([\w.-]+\)/g;

/** Turns the placeholders of a literal's pieces into holes. */
export function withPlaceholders(hostText: string, pieces: readonly Piece[]): readonly Piece[] {
  const cooked = cookText(hostText, pieces);
  if (!/\{\{|\$\(/.test(cooked.text)) return pieces;
  const list = createPieceList();
  let at = 0;
  for (const { 0: text, index } of cooked.text.matchAll(placeholder)) {
    list.add(cooked.slice({ start: at, end: index }));
    at = index + text.length;
    const host = cooked.toHost({ start: index, end: at });
    list.hole(host.start, host.end);
  }
  list.add(cooked.slice({ start: at, end: cooked.text.length }));
  return list.pieces;
}
