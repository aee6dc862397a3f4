const indent = '      ';

/**
 * A formula as the value of an attribute: an indented heredoc where that gives exactly these characters, a quoted string of one line
 * where it does not. The text of a heredoc ends with a line break: chomp() takes it from a formula that has none.
 */
export function terraformValue(formula: string): string {
  if (!isLaidOut(formula)) return quoted(formula);
  const heredoc = `<<-${markerFor(formula)}`;
  const ends = formula.endsWith('\n');
  const lines = escapeTemplate(ends ? formula.slice(0, -1) : formula).split('\n');
  const content = lines.map((line) => (line.trim() === '' ? line : indent + line)).join('\n');
  const text = `${heredoc}\n${content}\n    ${heredoc.slice(3)}`;
  return ends ? text : `chomp(${text}\n    )`;
}

/**
 * Lines, the least indented of which begins at the margin: that is where the heredoc puts it. Other white space has rules of its own,
 * and a heredoc has no way to write a sign before the sign of a template.
 */
function isLaidOut(formula: string): boolean {
  const lines = formula.split('\n');
  if (lines.length < 2 || /[$%]{2}\{/.test(formula)) return false;
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

/** `${` and `%{` would begin templates. */
function escapeTemplate(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}

function quoted(formula: string): string {
  const escaped = formula
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    // A sign before one that is doubled would be taken for its first half.
    .replace(/[$%]+(?=[$%]\{)/g, (signs) =>
      signs.replaceAll('$', '\\u0024').replaceAll('%', '\\u0025'),
    );
  return `"${escapeTemplate(escaped)}"`;
}
