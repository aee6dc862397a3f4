import type { TokenType } from 'chevrotain';

import * as t from '../../lexer/tokens.js';
import type { GrammarRule, Production } from './grammar-rules.js';

const head = `/* The language of Azure Batch autoscale formulas, in the notation of https://www.w3.org/TR/xml/#sec-notation.
   Written by scripts/generate-grammar.mjs from the parser and the lexer. Not for editing. */
`;

/** Classes of texts, and what may stand between any two tokens. */
const lexicalTokens: readonly TokenType[] = [
  t.Identifier,
  t.PlainNumber,
  t.Text,
  t.WhiteSpace,
  t.LineComment,
];

/** The grammar as text. */
export function ebnfText(rules: readonly GrammarRule[]): string {
  const syntax = rules.map(({ name, production }) => `${name} ::= ${write(production, 'choice')}`);
  const lexical = lexicalTokens.map(
    ({ name, PATTERN }) => `${name} ::= ${ebnfOfPattern((PATTERN as RegExp).source)}`,
  );
  return [
    head,
    ...syntax,
    '',
    '/* Tokens. White space and comments may stand between any two of them. */',
    ...lexical,
    '',
  ].join('\n');
}

/** What may stand around a production without parentheses. */
type Place = 'choice' | 'sequence' | 'item';

function write(production: Production, place: Place): string {
  switch (production.kind) {
    case 'literal':
      return literal(production.text);
    case 'reference':
      return production.name;
    case 'sequence': {
      const text = production.parts.map((part) => write(part, 'sequence')).join(' ');
      return place === 'item' ? `(${text})` : text;
    }
    case 'choice': {
      const text = production.alternatives.map((each) => write(each, 'sequence')).join(' | ');
      return place === 'choice' ? text : `(${text})`;
    }
    case 'optional':
      return `${write(production.content, 'item')}?`;
    case 'repetition': {
      const { content, separator } = production;
      if (separator === undefined) return `${write(content, 'item')}*`;
      const once = write(content, 'sequence');
      const list = `${once} (${write(separator, 'sequence')} ${once})*`;
      // An optional element makes the whole list optional already.
      if (content.kind === 'optional') return place === 'item' ? `(${list})` : list;
      return `(${list})?`;
    }
  }
}

function literal(text: string): string {
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}

/** A pattern of the lexer in the notation of the grammar: literals, classes, groups without lookahead, `?` `*` `+`. */
export function ebnfOfPattern(pattern: string): string {
  let result = '';
  for (let rest = pattern; rest !== '';) {
    const part = /^(?:\[(?:\\.|[^\]])*\]|\(\?:|\\.|[\s\S])/.exec(rest)![0];
    rest = rest.slice(part.length);
    if (part === '(?:') result += ' (';
    else if (/^[)?*+]$/.test(part)) result += part;
    else if (part === '|') result += ' |';
    else if (part === '\\d') result += ' [0-9]';
    else if (part.startsWith('[')) result += ` ${characterClass(part)}`;
    else result += ` ${literal(part.replace('\\', ''))}`;
  }
  return result.replaceAll('( ', '(').replaceAll("'/' '/'", "'//'").trim();
}

function characterClass(text: string): string {
  const characters: Readonly<Record<string, string>> = {
    '\\t': '#x9',
    '\\n': '#xA',
    '\\r': '#xD',
    ' ': '#x20',
  };
  return text.replace(/\\[tnr]| /g, (escape) => characters[escape]!);
}
