import type { Span } from '../../base/text/source-text.js';
import { createPieceList, type PieceList } from '../literal/piece-list.js';

/** A stretch of a template that Terraform computes: `${...}`, or `%{ if }` to its `%{ endif }`. */
export interface ComputedPart {
  readonly host: Span;
  /** `~` at an end removes the white space beside it. */
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
}

/** Adds literal text between computed parts; only `$${` and `%%{` are written in another way (HCL native syntax, templates). */
export function addTemplateText(
  list: PieceList,
  text: string,
  { start, end }: Span,
  quoted: boolean,
): void {
  let at = start;
  const escapes = quoted
    ? /\$\$\{|%%\{|\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])/g
    : /\$\$\{|%%\{/g;
  for (const match of text.slice(start, end).matchAll(escapes)) {
    const from = start + match.index;
    list.copy(at, from);
    at = from + match[0].length;
    list.escape(from, at, escapeText(match[0]));
  }
  list.copy(at, end);
}

function escapeText(escape: string): string {
  switch (escape[0] === '\\' ? escape[1] : escape[0]) {
    case '$':
      return '${';
    case '%':
      return '%{';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'u':
    case 'U':
      return String.fromCodePoint(Math.min(Number.parseInt(escape.slice(2), 16), 0x10ffff));
    default:
      return escape.slice(1);
  }
}

/** The pieces of a template without indentation to strip. */
export function templatePieces(
  text: string,
  content: Span,
  parts: readonly ComputedPart[],
  quoted: boolean,
): PieceList {
  const list = createPieceList();
  let at = content.start;
  for (const { host, trimsBefore, trimsAfter } of parts) {
    const before = trimsBefore ? at + text.slice(at, host.start).trimEnd().length : host.start;
    addTemplateText(list, text, { start: at, end: before }, quoted);
    list.hole(host.start, host.end);
    const rest = text.slice(host.end, content.end);
    at = trimsAfter ? host.end + rest.length - rest.trimStart().length : host.end;
  }
  addTemplateText(list, text, { start: at, end: content.end }, quoted);
  return list;
}

/** The sign of a template is written twice where it begins none. */
function doubleSigns(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}

/**
 * Text as a template writes it. Undefined with a sign before the sign of a template: it would be taken for the first half of one that
 * is doubled, and only quoted templates have another way to write it.
 */
export function encodeTemplate(text: string): string | undefined {
  return /[$%]{2}\{/.test(text) ? undefined : doubleSigns(text);
}

/** Text as a quoted template writes it. */
export function encodeQuotedTemplate(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    // A sign before one that is doubled would be taken for its first half.
    .replace(/[$%]+(?=[$%]\{)/g, (signs) =>
      signs.replaceAll('$', '\\u0024').replaceAll('%', '\\u0025'),
    );
  return doubleSigns(escaped);
}
