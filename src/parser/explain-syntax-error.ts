import type { IRecognitionException, IToken } from 'chevrotain';

import type { Diagnostic } from '../base/diagnostics/diagnostic.js';
import { createLineTable, type SourceText, type Span } from '../base/text/source-text.js';
import {
  Comma,
  Dot,
  Equal,
  ForeignOperator,
  HostText,
  Identifier,
  InvalidCharacter,
  PlainNumber,
  SingleQuotedText,
} from '../lexer/tokens.js';
import { strayDiagnostic } from './stray-tokens.js';
import { syntaxDiagnostic } from './syntax-diagnostics.js';

const isoInstant = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]*Z?)?/;

/** Characters before the error in which a bare instant may have begun: `2021-02-04`. */
const instantReach = 12;

/** A bare ISO instant that covers the offset. */
function instantAround(text: string, offset: number): Span | undefined {
  for (let start = Math.max(0, offset - instantReach); start <= offset; start++) {
    const match = isoInstant.exec(text.slice(start, start + 40));
    if (match !== null && match[0].length > 10) return { start, end: start + match[0].length };
  }
  return undefined;
}

/** What the tokens say that was found. */
export function foundText(token: IToken | undefined): string {
  if (token === undefined || token.image === '') return 'the end of the formula';
  return token.tokenType === Identifier ? token.image : `'${token.image}'`;
}

/**
 * The message for the place where the grammar stopped: a common slip by its name, otherwise what was expected.
 * `tokens` are those of the statement and `at` the index of the offending one (its length at the end of the text).
 */
export function explainSyntaxError(
  error: IRecognitionException,
  tokens: readonly IToken[],
  at: number,
  terminator: IToken | undefined,
  source: SourceText,
): Diagnostic {
  const token = tokens[at] ?? terminator;
  const previous = tokens[at - 1];
  const following = tokens[at + 1];
  const end = source.text.length;
  const span = token
    ? { start: token.startOffset, end: token.startOffset + token.image.length }
    : { start: previous ? previous.startOffset + previous.image.length : end, end };
  const extras = { source };

  const instant = instantAround(source.text, span.start);
  if (instant !== undefined) {
    const text = source.text.slice(instant.start, instant.end);
    const reason = `is no value; an instant is written time("${text}")`;
    return syntaxDiagnostic('host-text-not-resolved', instant, { text, reason }, extras);
  }
  switch (token?.tokenType) {
    case Equal:
    case Dot:
      // `$Name` in a double-quoted string of a shell is replaced by nothing: ` = min(10, .GetSample(1))`.
      if (error.name === 'NoViableAltException' || previous === undefined) {
        const reason =
          'has no name before it; a shell replaces $names between double quotes, so put the formula between single quotes';
        return syntaxDiagnostic(
          'host-text-not-resolved',
          span,
          { text: `'${token.image}'`, reason },
          extras,
        );
      }
      break;
    case Comma:
      if (previous?.tokenType === PlainNumber && following?.tokenType === PlainNumber) {
        const number = `${previous.image}.${following.image}`;
        const whole = {
          start: previous.startOffset,
          end: following.startOffset + following.image.length,
        };
        return syntaxDiagnostic('decimal-comma', whole, { number }, extras);
      }
      break;
    case HostText:
    case InvalidCharacter:
    case ForeignOperator:
    case SingleQuotedText:
      return strayDiagnostic(token, source);
    case Identifier:
      if (error.name === 'NotAllInputParsedException' && following?.tokenType === Equal) {
        const { line } = createLineTable(source.text).position(span.start);
        return syntaxDiagnostic('missing-semicolon', span, { name: token.image, line }, extras);
      }
      break;
    default:
      break;
  }
  const expected = expectedText(error, previous);
  return syntaxDiagnostic('syntax-error', span, { expected, found: foundText(token) }, extras);
}

function expectedText(error: IRecognitionException, previous: IToken | undefined): string {
  switch (error.name) {
    case 'MismatchedTokenException':
      // The grammar's message provider is the token's label alone.
      return error.message;
    case 'NotAllInputParsedException':
      return previous === undefined ? 'a statement' : "an operator or ';'";
    default:
      return 'an expression';
  }
}
