import type { IToken } from 'chevrotain';

import type { Diagnostic } from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import {
  ExtendedNumber,
  ForeignOperator,
  HostText,
  LeftBracket,
  SingleQuotedText,
} from '../lexer/tokens.js';
import type { Profile } from '../profile/profile.js';
import type { SwitchName } from '../profile/switch-table.js';
import { syntaxDiagnostic } from './syntax-diagnostics.js';

function hostReason(text: string): string {
  if (text.startsWith('\\')) return 'is an escape that the surrounding file left in the formula';
  if (text.startsWith('${')) return 'is a placeholder that the surrounding file did not replace';
  return 'is a template placeholder that was not replaced';
}

/** Characters by which an invisible one is named. */
function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The switch that lets this token stand, when it is set to do so. */
export function acceptedBy(token: IToken, profile: Profile): SwitchName | undefined {
  switch (token.tokenType) {
    case ExtendedNumber:
      return profile.numberForms === 'extended' ? 'numberForms' : undefined;
    case SingleQuotedText:
      return profile.singleQuotes === 'accept' ? 'singleQuotes' : undefined;
    case LeftBracket:
      return profile.vectorLiteral === 'accept' ? 'vectorLiteral' : undefined;
    default:
      return undefined;
  }
}

/** What is wrong with a token that no formula can hold. */
export function strayDiagnostic(token: IToken, source: SourceText): Diagnostic {
  const text = token.image;
  const start = token.startOffset;
  const span = { start, end: start + text.length };
  const extras = { source };
  switch (token.tokenType) {
    case ExtendedNumber:
      return syntaxDiagnostic('number-form', span, { text }, extras);
    case SingleQuotedText:
      return syntaxDiagnostic('single-quotes', span, { text: text.slice(1, -1) }, extras);
    case LeftBracket:
      return syntaxDiagnostic('vector-literal', span, undefined as never, extras);
    case ForeignOperator: {
      const advice =
        text === '%'
          ? 'for a rounded-up quotient write ceil(n / k)'
          : 'the operators are + - * / < <= > >= == != && || ! ?:';
      return syntaxDiagnostic('unknown-operator', span, { operator: text, advice }, extras);
    }
    case HostText:
      return syntaxDiagnostic(
        'host-text-not-resolved',
        span,
        { text, reason: hostReason(text) },
        extras,
      );
    default: {
      if (text === '"')
        return syntaxDiagnostic('unterminated-string', span, undefined as never, extras);
      const parameters = { character: `'${text}'`, code: codePoint(text) };
      return syntaxDiagnostic('invalid-character', span, parameters, extras);
    }
  }
}
