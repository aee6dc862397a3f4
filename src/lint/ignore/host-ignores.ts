import type { SourceText, Span } from '../../base/text/source-text.js';
import type { HostLanguage } from '../../extract/embedded-formula.js';
import type { IgnoreComment } from './ignore-comments.js';
import { readIgnoreDirective } from './read-ignore-directive.js';

/** How a comment begins in each host; JSON as the editors of Azure read it has the comments of JavaScript. */
const commentMarks: Readonly<Record<HostLanguage, string | undefined>> = {
  autoscale: undefined,
  terraform: '#|//|/\\*',
  'terraform-json': undefined,
  bicep: '//|/\\*',
  json: '//|/\\*',
  yaml: '#',
  python: '#',
  csharp: '//|/\\*',
  powershell: '<?#',
  bash: '#',
  markdown: '<!--',
};

/** A line that goes on below: `formula =`, `AutoScaleFormula(`, a Markdown fence. */
const goesOn = /[=(:,+{[\\|]\s*$|^\s*(?:```|~~~)/;

const mostContinuedLines = 3;

/**
 * The ignore comments of a host file. One on the line above a formula, or on the line where it begins, holds for the whole formula; text
 * of formulas is left to the linter, which reads their own comments.
 */
export function hostIgnoreComments(
  { text }: SourceText,
  language: HostLanguage,
  formulas: readonly Span[],
): IgnoreComment[] {
  const marks = commentMarks[language];
  if (marks === undefined || !text.includes('poolscale-ignore')) return [];
  const pattern = new RegExp(
    `(?:${marks})[ \\t]*(poolscale-ignore[^\\n]*?)(?:\\*/|-->|#>)?[ \\t\\r]*$`,
    'gm',
  );
  return [...text.matchAll(pattern)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].trimEnd().length };
    if (formulas.some(({ start, end }) => start <= span.start && span.start < end)) return [];
    const directive = readIgnoreDirective(match[1]!);
    if (directive === undefined) return [];
    if (directive.scope === 'file') {
      return [{ ...directive, span, covers: { start: 0, end: text.length + 1 } }];
    }
    return [{ ...directive, span, covers: coveredFormulas(text, span, marks, formulas) }];
  });
}

/** From the first to the last formula that begins on the line that a comment speaks of; an empty range where none does. */
function coveredFormulas(
  text: string,
  comment: Span,
  marks: string,
  formulas: readonly Span[],
): Span {
  const isComment = new RegExp(`^\\s*(?:${marks})`);
  const ownStart = text.lastIndexOf('\n', comment.start - 1) + 1;
  const alone = text.slice(ownStart, comment.start).trim() === '';
  let start = alone ? lineEnd(text, comment.end) + 1 : ownStart;
  while (alone && start < text.length) {
    const line = text.slice(start, lineEnd(text, start));
    if (line.trim() !== '' && !isComment.test(line)) break;
    start = lineEnd(text, start) + 1;
  }
  let end = lineEnd(text, start);
  const found = (): readonly Span[] =>
    formulas.filter((formula) => formula.start >= start && formula.start <= end);
  for (let lines = 0; found().length === 0 && lines < mostContinuedLines; lines++) {
    const last = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
    if (!goesOn.test(last)) break;
    end = lineEnd(text, end + 1);
  }
  const covered = found();
  if (covered.length === 0) return { start: 0, end: 0 };
  return { start: covered[0]!.start, end: Math.max(...covered.map((each) => each.end)) + 1 };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
