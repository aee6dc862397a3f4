import { hasErrors, type DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { SourceText } from '../../base/text/source-text.js';
import { maximumLength } from '../../language/limits.js';
import { lex } from '../../lexer/lex.js';
import type { Profile } from '../../profile/profile.js';
import { parseFormula } from '../parse.js';
import { formatDiagnostic } from './format-diagnostics.js';
import { formatStatements } from './format-statements.js';

/**
 * The formula in the style of grammar/STYLE.md, with the line ends of its first line. Tokens and comments stay as they are
 * written and in their order; only a missing last semicolon is added. No value where the text has syntax errors. A text that
 * layout would make longer than the service accepts comes back unchanged, with a warning.
 */
export function formatFormula(source: SourceText, profile?: Profile): DiagnosticResult<string> {
  const { value: syntax, diagnostics } = parseFormula(source, profile);
  if (syntax === undefined || hasErrors(diagnostics)) return { diagnostics };
  const lines = formatStatements(syntax, lex(source.text).tokens);
  const lineEnd = /^[^\n]*\r\n/.test(source.text) ? '\r\n' : '\n';
  const formatted = lines.map((each) => each.replaceAll('\n', lineEnd) + lineEnd).join('');
  if (formatted.length <= maximumLength) return { value: formatted, diagnostics };
  const span = { start: 0, end: source.text.length };
  const parameters = { length: formatted.length, limit: maximumLength };
  const tooLong = formatDiagnostic('formatted-too-long', span, parameters, { source });
  return { value: source.text, diagnostics: [...diagnostics, tooLong] };
}
