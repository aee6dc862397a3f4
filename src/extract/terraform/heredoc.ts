import type { Span } from '../../base/text/source-text.js';
import type { Encode } from '../literal/host-literal.js';
import { createPieceList, type PieceList } from '../literal/piece-list.js';
import { encodeTemplate, templatePieces, type ComputedPart } from './template-text.js';

/**
 * How many characters of white space `<<-` takes from each line: the least that a line begins with. Blank lines do not count and keep
 * what they have; a line that begins with an interpolation has none (hcl/hclsyntax, flushHeredocTemplateParts).
 */
function strippedIndent(
  text: string,
  lines: readonly Span[],
  parts: readonly ComputedPart[],
): number {
  let least = Number.MAX_SAFE_INTEGER;
  for (const { start, end } of lines) {
    const line = text.slice(start, end);
    const space = line.length - line.trimStart().length;
    if (space === line.length && line.endsWith('\n')) continue;
    const part = parts.find(({ host }) => host.start >= start && host.start <= start + space);
    least = Math.min(least, part === undefined ? space : part.host.start - start);
  }
  return least;
}

/** Lines of the content that are not inside a computed part, each with its line break. */
function linesOf(text: string, { start, end }: Span, parts: readonly ComputedPart[]): Span[] {
  const lines: Span[] = [];
  let from = start;
  while (from < end) {
    const lineFeed = text.indexOf('\n', from);
    let to = lineFeed < 0 || lineFeed >= end ? end : lineFeed + 1;
    const inside = parts.findLast(({ host }) => host.start < to && host.start >= from);
    // A computed part of several lines does not begin new ones.
    if (inside !== undefined && inside.host.end > to) {
      const after = text.indexOf('\n', inside.host.end);
      to = after < 0 || after >= end ? end : after + 1;
    }
    lines.push({ start: from, end: to });
    from = to;
  }
  return lines;
}

/** Pieces of a heredoc, and how text is written inside it. */
export function heredocPieces(
  text: string,
  content: Span,
  parts: readonly ComputedPart[],
  flush: boolean,
): { readonly list: PieceList; readonly encode: Encode } {
  if (!flush) return { list: templatePieces(text, content, parts, false), encode: encodeTemplate };
  const lines = linesOf(text, content, parts);
  const indent = strippedIndent(text, lines, parts);
  const list = createPieceList();
  let indentText = '';
  for (const { start, end } of lines) {
    const line = text.slice(start, end);
    const blank = line.trim() === '' && line.endsWith('\n');
    const from = blank ? start : Math.min(start + indent, end);
    if (!blank && indentText === '') indentText = text.slice(start, from);
    const own = parts.filter(({ host }) => host.start >= from && host.end <= end);
    list.add(templatePieces(text, { start: from, end }, own, false).pieces);
  }
  const encode: Encode = (each) =>
    encodeTemplate(each)?.replace(/\n(?=[^\r\n])/g, `\n${indentText}`);
  return { list, encode };
}
