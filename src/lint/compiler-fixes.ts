import type { Diagnostic, Fix } from '../base/diagnostics/diagnostic.js';
import { deallocationKeywords } from '../language/deallocation-options.js';
import type { FormulaSyntax } from '../parser/ast.js';
import { replace } from './fix.js';

type Fixer = (diagnostic: Diagnostic, found: string, syntax: FormulaSyntax) => Fix | undefined;

/** Fixes of what the parser and the checker report, by code. */
const fixers: ReadonlyMap<string, Fixer> = new Map<string, Fixer>([
  [
    'missing-semicolon',
    ({ span }, _, { statements }) => {
      const before = statements.findLast((statement) => statement.span.end <= span.start);
      if (before === undefined) return undefined;
      const { end } = before.span;
      return replace("insert ';'", { start: end, end }, ';', true);
    },
  ],
  [
    'hash-comment',
    ({ span }) => {
      const mark = { start: span.start, end: span.start + 1 };
      return replace('write // for #', mark, '//', true);
    },
  ],
  [
    'decimal-comma',
    ({ span }, found) => {
      const number = found.replace(/\s*,\s*/, '.');
      return replace(`write ${number}`, span, number, true);
    },
  ],
  ['empty-statement', ({ span }) => replace("remove ';'", span, '', true)],
  [
    'single-quotes',
    ({ span }, found) => {
      const text = `"${found.slice(1, -1)}"`;
      return replace(`write ${text}`, span, text, true);
    },
  ],
  [
    'time-string-too-precise',
    ({ span }, found) => {
      const text = found.replace(/(\.\d{6})\d+/, '$1');
      return replace(`write ${text}`, span, text, true);
    },
  ],
  [
    'deallocation-not-a-keyword',
    ({ span }, found) => {
      const keyword = found.slice(1, -1);
      if (!deallocationKeywords.has(keyword)) return undefined;
      return replace(`write ${keyword} without quotes`, span, keyword, true);
    },
  ],
  [
    'metric-as-number',
    ({ span }, found) => {
      const text = `max(0, ${found}.GetSample(1))`;
      return replace(`write ${text}`, span, text, false);
    },
  ],
]);

/** The diagnostic with the fix that its code has, if any. */
export function withFixes(diagnostic: Diagnostic, syntax: FormulaSyntax): Diagnostic {
  if (diagnostic.fixes !== undefined) return diagnostic;
  const { span } = diagnostic;
  const found = syntax.source.text.slice(span.start, span.end);
  const fix = fixers.get(diagnostic.code)?.(diagnostic, found, syntax);
  return fix === undefined ? diagnostic : { ...diagnostic, fixes: [fix] };
}
