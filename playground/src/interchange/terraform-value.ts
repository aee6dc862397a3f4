import {
  encodeQuotedTemplate,
  encodeTemplate,
} from '../../../src/extract/terraform/template-text.js';

const indent = '      ';

/**
 * A formula as the value of an attribute: an indented heredoc where that gives exactly these characters, a quoted string of one line
 * where it does not. The text of a heredoc ends with a line break: chomp() takes it from a formula that has none.
 */
export function terraformValue(formula: string): string {
  const ends = formula.endsWith('\n');
  const encoded = encodeTemplate(ends ? formula.slice(0, -1) : formula);
  if (encoded === undefined || !isLaidOut(formula)) return quoted(formula);
  const heredoc = `<<-${markerFor(formula)}`;
  const lines = encoded.split('\n');
  const content = lines.map((line) => (line.trim() === '' ? line : indent + line)).join('\n');
  const text = `${heredoc}\n${content}\n    ${heredoc.slice(3)}`;
  return ends ? text : `chomp(${text}\n    )`;
}

/** Lines, the least indented of which begins at the margin: that is where the heredoc puts it. Other white space has rules of its own. */
function isLaidOut(formula: string): boolean {
  const lines = formula.split('\n');
  if (lines.length < 2) return false;
  if (/[\u0000-\u0008\u007f\u0085]|[^\S \t\n]/.test(formula)) return false;
  return lines.some((line) => /^\S/.test(line));
}

/** No line of the formula may begin like its end. */
function markerFor(formula: string): string {
  const lines = formula.split('\n').map((line) => line.trim());
  let marker = 'FORMULA';
  while (lines.some((line) => line.startsWith(marker))) marker += '_';
  return marker;
}

function quoted(formula: string): string {
  return `"${encodeQuotedTemplate(formula)}"`;
}
