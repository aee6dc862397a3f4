import { createToken, Lexer, type TokenType } from 'chevrotain';

export const WhiteSpace: TokenType = createToken({
  name: 'WhiteSpace',
  pattern: /[ \t\r\n]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});
export const LineComment: TokenType = createToken({
  name: 'LineComment',
  pattern: /\/\/[^\n]*/,
  group: 'comments',
});
export const BlockComment: TokenType = createToken({
  name: 'BlockComment',
  pattern: /\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?/,
  group: 'comments',
  line_breaks: true,
});
/** Not of the language; read as a comment so that one message names it and the statement after it is still checked. */
export const HashComment: TokenType = createToken({
  name: 'HashComment',
  pattern: /#[^\n]*/,
  group: 'comments',
});

export const Identifier: TokenType = createToken({
  name: 'Identifier',
  pattern: /\$?[A-Za-z_][A-Za-z0-9_]*/,
  label: 'a name',
});
/** Number forms that no known formula has (switch numberForms). */
export const ExtendedNumber: TokenType = createToken({
  name: 'ExtendedNumber',
  pattern: /0[xX][0-9A-Fa-f]+|(?:\d+(?:\.\d*)?|\.\d+)[eE][+-]?\d+|\.\d+|\d+\.(?![\d])/,
  label: 'a number',
});
export const PlainNumber: TokenType = createToken({
  name: 'PlainNumber',
  pattern: /\d+(?:\.\d+)?/,
  label: 'a number',
});
export const Text: TokenType = createToken({
  name: 'Text',
  pattern: /"[^"\n]*"/,
  label: 'a string',
});
export const SingleQuotedText: TokenType = createToken({
  name: 'SingleQuotedText',
  pattern: /'[^'\n]*'/,
  label: 'a string',
});
/** Escapes and placeholders that a surrounding language left behind: `\"..\"`, `${x}`, `{{x}}`, `{0}`, `\$`. */
export const HostText: TokenType = createToken({
  name: 'HostText',
  pattern: /\\"[^"\n]*"|\$?\{\{?[^{}\n]*\}?\}|\\[$_A-Za-z0-9]*/,
  label: 'text of another language',
});

/** Binary operators, their levels of precedence, and prefixes are categories of tokens. */
function category(name: string): TokenType {
  return createToken({ name, pattern: Lexer.NA, label: 'an operator' });
}
export const BinaryOperator: TokenType = category('BinaryOperator');
export const OrOperator: TokenType = category('OrOperator');
export const AndOperator: TokenType = category('AndOperator');
export const EqualityOperator: TokenType = category('EqualityOperator');
export const RelationalOperator: TokenType = category('RelationalOperator');
export const AdditiveOperator: TokenType = category('AdditiveOperator');
export const MultiplicativeOperator: TokenType = category('MultiplicativeOperator');
export const PrefixOperator: TokenType = category('PrefixOperator');

function symbol(name: string, text: string, categories: TokenType[] = []): TokenType {
  return createToken({ name, pattern: text, label: `'${text}'`, categories });
}

export const EqualEqual: TokenType = symbol('EqualEqual', '==', [BinaryOperator, EqualityOperator]);
export const NotEqual: TokenType = symbol('NotEqual', '!=', [BinaryOperator, EqualityOperator]);
export const LessEqual: TokenType = symbol('LessEqual', '<=', [BinaryOperator, RelationalOperator]);
export const GreaterEqual: TokenType = symbol('GreaterEqual', '>=', [
  BinaryOperator,
  RelationalOperator,
]);
export const Less: TokenType = symbol('Less', '<', [BinaryOperator, RelationalOperator]);
export const Greater: TokenType = symbol('Greater', '>', [BinaryOperator, RelationalOperator]);
export const AndAnd: TokenType = symbol('AndAnd', '&&', [BinaryOperator, AndOperator]);
export const OrOr: TokenType = symbol('OrOr', '||', [BinaryOperator, OrOperator]);
export const Equal: TokenType = symbol('Equal', '=');
export const Not: TokenType = symbol('Not', '!', [PrefixOperator]);
export const Plus: TokenType = symbol('Plus', '+', [BinaryOperator, AdditiveOperator]);
export const Minus: TokenType = symbol('Minus', '-', [
  BinaryOperator,
  AdditiveOperator,
  PrefixOperator,
]);
export const Times: TokenType = symbol('Times', '*', [BinaryOperator, MultiplicativeOperator]);
export const Divide: TokenType = symbol('Divide', '/', [BinaryOperator, MultiplicativeOperator]);
export const Question: TokenType = symbol('Question', '?');
export const Colon: TokenType = symbol('Colon', ':');
export const Semicolon: TokenType = symbol('Semicolon', ';');
export const Comma: TokenType = symbol('Comma', ',');
export const Dot: TokenType = symbol('Dot', '.');
export const LeftParenthesis: TokenType = symbol('LeftParenthesis', '(');
export const RightParenthesis: TokenType = symbol('RightParenthesis', ')');
export const LeftBracket: TokenType = symbol('LeftBracket', '[');
export const RightBracket: TokenType = symbol('RightBracket', ']');
/** `%` and `^`: operators of other languages. */
export const ForeignOperator: TokenType = createToken({
  name: 'ForeignOperator',
  pattern: /[%^]/,
  label: 'an operator of another language',
  categories: [BinaryOperator, MultiplicativeOperator],
});
/** Every character that begins no other token, so that lexing never fails; the parser names the character. */
export const InvalidCharacter: TokenType = createToken({
  name: 'InvalidCharacter',
  pattern: /["'$&@`{}|~\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\uffff]/,
  label: 'an invalid character',
});

/** In order of trial: longer forms first. */
export const allTokens: TokenType[] = [
  BinaryOperator,
  OrOperator,
  AndOperator,
  EqualityOperator,
  RelationalOperator,
  AdditiveOperator,
  MultiplicativeOperator,
  PrefixOperator,
  WhiteSpace,
  LineComment,
  BlockComment,
  HashComment,
  Identifier,
  ExtendedNumber,
  PlainNumber,
  Text,
  SingleQuotedText,
  HostText,
  EqualEqual,
  NotEqual,
  LessEqual,
  GreaterEqual,
  Less,
  Greater,
  AndAnd,
  OrOr,
  Equal,
  Not,
  Plus,
  Minus,
  Times,
  Divide,
  Question,
  Colon,
  Semicolon,
  Comma,
  Dot,
  LeftParenthesis,
  RightParenthesis,
  LeftBracket,
  RightBracket,
  ForeignOperator,
  InvalidCharacter,
];
