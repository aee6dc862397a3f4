import type { HostLiteral } from '../literal/host-literal.js';
import { encodeTemplate, templatePieces, type ComputedPart } from './template-text.js';

/** A file of Terraform's template language (`templatefile`): everything but `${...}` and `%{...}` is text. */
export function templateFileLiteral(text: string): HostLiteral {
  const host = { start: 0, end: text.length };
  const { pieces } = templatePieces(text, host, computedParts(text), false);
  return { kind: 'literal', host, pieces, encode: encodeTemplate };
}

/** `%{ if }` and `%{ for }` are computed up to the `%{ endif }` or `%{ endfor }` that ends them. */
export function computedParts(text: string): readonly ComputedPart[] {
  const parts: ComputedPart[] = [];
  let open = 0;
  let directive: number | undefined;
  for (let at = 0; at < text.length;) {
    const start = nextMark(text, at);
    if (start === undefined) break;
    if (text[start - 1] === text[start] && start > at) {
      at = start + 2;
      continue;
    }
    const end = closingBrace(text, start + 2);
    at = end;
    if (text[start] === '%') {
      const word = /^~?\s*(\w+)/.exec(text.slice(start + 2, end))?.[1];
      if (word === 'if' || word === 'for') {
        directive ??= start;
        open++;
      } else if (word === 'endif' || word === 'endfor') {
        open--;
      }
      if (open > 0) continue;
    } else if (open > 0) {
      continue;
    }
    const from = directive ?? start;
    directive = undefined;
    parts.push({
      host: { start: from, end },
      trimsBefore: text[from + 2] === '~',
      trimsAfter: text[end - 2] === '~',
    });
  }
  if (directive !== undefined) {
    parts.push({
      host: { start: directive, end: text.length },
      trimsBefore: false,
      trimsAfter: false,
    });
  }
  return parts;
}

function nextMark(text: string, from: number): number | undefined {
  const mark = /[$%]\{/g;
  mark.lastIndex = from;
  return mark.exec(text)?.index;
}

/** After the brace that closes an interpolation; strings in it may hold braces. */
function closingBrace(text: string, from: number): number {
  let depth = 1;
  const tokens = /"(?:[^"\\]|\\[^])*"|[{}]/g;
  tokens.lastIndex = from;
  for (let found = tokens.exec(text); found !== null; found = tokens.exec(text)) {
    if (found[0] === '{') depth++;
    else if (found[0] === '}' && --depth === 0) return found.index + 1;
  }
  return text.length;
}
