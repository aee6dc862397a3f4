import type { IToken } from 'chevrotain';

import type { Diagnostic, DiagnosticResult } from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import { maximumLength, maximumNesting } from '../language/limits.js';
import { commentKind } from '../lexer/comment-kind.js';
import { lex } from '../lexer/lex.js';
import { Equal, ForeignOperator, Identifier, Semicolon } from '../lexer/tokens.js';
import { defaultProfile, type Profile } from '../profile/profile.js';
import type { SwitchName } from '../profile/switch-table.js';
import type { Comment, FormulaSyntax, Statement } from './ast.js';
import { explainSyntaxError } from './explain-syntax-error.js';
import { FormulaGrammar } from './formula-grammar.js';
import { tooDeepToken } from './nesting.js';
import { acceptedBy, strayDiagnostic } from './stray-tokens.js';
import { syntaxDiagnostic } from './syntax-diagnostics.js';

/** The tree of all statements that could be read, also beside errors; absent only for a text that is too long or too deep. */
export interface ParseResult extends DiagnosticResult<FormulaSyntax> {
  /** Switches without which the text would not have been read. */
  readonly unverified: readonly SwitchName[];
}

const grammar = new FormulaGrammar();

/** Reads a formula. One error for each broken statement; the others are read all the same. */
export function parseFormula(source: SourceText, profile: Profile = defaultProfile): ParseResult {
  const { text } = source;
  if (text.length > maximumLength) {
    const span = { start: maximumLength, end: text.length };
    const parameters = { length: text.length, limit: maximumLength };
    const tooLong = syntaxDiagnostic('formula-too-long', span, parameters, { source });
    return { diagnostics: [tooLong], unverified: [] };
  }
  const { tokens, comments } = lex(text);
  const deep = tooDeepToken(tokens, maximumNesting);
  if (deep !== undefined) {
    const span = { start: deep.startOffset, end: deep.startOffset + deep.image.length };
    const parameters = { limit: maximumNesting };
    const tooDeep = syntaxDiagnostic('nesting-too-deep', span, parameters, { source });
    return { diagnostics: [tooDeep], unverified: [] };
  }
  const reading: Reading = {
    source,
    profile,
    statements: [],
    diagnostics: [],
    unverified: new Set(),
  };
  for (let from = 0; from < tokens.length;) {
    let to = from;
    while (to < tokens.length && tokens[to]!.tokenType !== Semicolon) to++;
    readStatements(reading, tokens.slice(from, to), tokens[to]);
    from = to + 1;
  }
  const value = { source, statements: reading.statements, comments: comments.map(toComment) };
  reportComments(reading, comments);
  const diagnostics = reading.diagnostics.sort((a, b) => a.span.start - b.span.start);
  return { value, diagnostics, unverified: [...reading.unverified] };
}

interface Reading {
  readonly source: SourceText;
  readonly profile: Profile;
  readonly statements: Statement[];
  readonly diagnostics: Diagnostic[];
  readonly unverified: Set<SwitchName>;
}

function toComment(token: IToken): Comment {
  const span = { start: token.startOffset, end: token.startOffset + token.image.length };
  return { kind: commentKind(token), text: token.image, span };
}

/** Reads the tokens up to a semicolon: one statement, or several where semicolons are missing. */
function readStatements(
  reading: Reading,
  tokens: readonly IToken[],
  terminator: IToken | undefined,
): void {
  const { source, profile, diagnostics, statements } = reading;
  if (tokens.length === 0) {
    reading.unverified.add('emptyStatement');
    const { startOffset } = terminator!;
    const span = { start: startOffset, end: startOffset + 1 };
    const code =
      profile.emptyStatement === 'accept' ? 'empty-statement' : 'empty-statement-refused';
    diagnostics.push(syntaxDiagnostic(code, span, undefined as never, { source }));
    return;
  }
  for (let from = 0; from < tokens.length;) {
    const rest = from === 0 ? tokens : tokens.slice(from);
    grammar.input = rest as IToken[];
    grammar.strays = [];
    const statement = grammar.statement() as Statement | undefined;
    const error = grammar.errors[0];
    let broken = false;
    let readable = error === undefined;
    for (const stray of grammar.strays) {
      const accepted = acceptedBy(stray, profile);
      if (accepted !== undefined) {
        reading.unverified.add(accepted);
        continue;
      }
      if (!broken) diagnostics.push(strayDiagnostic(stray, source));
      broken = true;
      readable &&= stray.tokenType === ForeignOperator;
    }
    let next = rest.length;
    if (error !== undefined) {
      const found = rest.indexOf(error.token);
      const at = found < 0 ? rest.length : found;
      const explained = explainSyntaxError(error, rest, at, terminator, source);
      if (!broken) diagnostics.push(explained);
      // What was read before a missing semicolon is a statement, and so is what follows.
      const resume =
        explained.code === 'missing-semicolon' ? at : nextAssignment(rest, at, source.text);
      next = resume;
      if (explained.code !== 'missing-semicolon') broken = true;
    }
    if (!broken && statement !== undefined) statements.push(statement);
    else statements.push(brokenStatement(rest, next, readable ? statement : undefined));
    from += next;
  }
}

/** After an error: the next `name =` that begins a line is taken for the start of another statement. */
function nextAssignment(tokens: readonly IToken[], after: number, text: string): number {
  for (let i = after + 1; i < tokens.length - 1; i++) {
    const token = tokens[i]!;
    const begins = text.slice(0, token.startOffset).trimEnd().length;
    const onNewLine = text.slice(begins, token.startOffset).includes('\n');
    if (onNewLine && token.tokenType === Identifier && tokens[i + 1]!.tokenType === Equal) return i;
  }
  return tokens.length;
}

function brokenStatement(
  tokens: readonly IToken[],
  end: number,
  readable: Statement | undefined,
): Statement {
  const span = spanOfTokens(tokens, end);
  const [first, second] = tokens;
  const broken = { kind: 'broken', ...(readable && { readable }), span } as const;
  if (first?.tokenType !== Identifier || second?.tokenType !== Equal) return broken;
  const { image, startOffset } = first;
  const nameSpan = { start: startOffset, end: startOffset + image.length };
  return { ...broken, assigns: { text: image, span: nameSpan } };
}

function spanOfTokens(tokens: readonly IToken[], end: number): { start: number; end: number } {
  const last = tokens[end - 1]!;
  return { start: tokens[0]!.startOffset, end: last.startOffset + last.image.length };
}

function reportComments(reading: Reading, comments: readonly IToken[]): void {
  const { source, profile, diagnostics } = reading;
  for (const comment of comments) {
    const { span } = toComment(comment);
    switch (commentKind(comment)) {
      case 'hash':
        diagnostics.push(syntaxDiagnostic('hash-comment', span, undefined as never, { source }));
        break;
      case 'block':
        if (profile.blockComments === 'reject') {
          diagnostics.push(syntaxDiagnostic('block-comment', span, undefined as never, { source }));
        } else if (!/^\/\*[^]*\*\/$/.test(comment.image)) {
          diagnostics.push(
            syntaxDiagnostic('unclosed-comment', span, undefined as never, { source }),
          );
        } else {
          reading.unverified.add('blockComments');
        }
        break;
      case 'line':
        break;
    }
  }
}
