import { deallocationOptions } from '../../language/deallocation-options.js';
import { functions } from '../../language/functions.js';
import { intervals } from '../../language/constants.js';
import { members } from '../../language/members.js';
import { methods } from '../../language/methods.js';
import { variables } from '../../language/variables.js';

interface Pattern {
  readonly name: string;
  readonly match: string;
}

/** A class of names; a `$` is no part of a word for `\b`. */
function oneOf(names: readonly string[], before: string, after: string): string {
  const escaped = names.map((name) => name.replace('$', '\\$'));
  return `${before}(?:${escaped.join('|')})${after}`;
}

const wordStart = '(?<![\\w$])';
const wordEnd = '(?!\\w)';
const called = '(?=\\s*\\()';
const afterDot = '(?<=\\.)\\s*';

function patterns(): Pattern[] {
  const names = Object.entries(variables);
  const spelled = (status: 'current' | 'retired' | 'legacy'): string[] =>
    names.filter(([, row]) => row.status === status).map(([name]) => name);
  return [
    { name: 'comment.line.double-slash.autoscale', match: '//.*$' },
    { name: 'string.quoted.double.autoscale', match: '"[^"\\n]*"' },
    { name: 'constant.numeric.autoscale', match: `${wordStart}\\d+(?:\\.\\d+)?` },
    {
      name: 'support.function.method.autoscale',
      match: oneOf(Object.keys(methods), afterDot, wordEnd),
    },
    {
      name: 'support.variable.property.autoscale',
      match: oneOf(Object.keys(members), afterDot, wordEnd),
    },
    {
      name: 'support.function.builtin.autoscale',
      match: oneOf(Object.keys(functions), wordStart, `${wordEnd}${called}`),
    },
    { name: 'variable.language.autoscale', match: oneOf(spelled('current'), wordStart, wordEnd) },
    {
      name: 'variable.language.retired.autoscale',
      match: oneOf(spelled('retired'), wordStart, wordEnd),
    },
    {
      name: 'variable.language.legacy.autoscale',
      match: oneOf(spelled('legacy'), wordStart, wordEnd),
    },
    {
      name: 'constant.language.interval.autoscale',
      match: oneOf(Object.keys(intervals), wordStart, wordEnd),
    },
    {
      name: 'constant.language.deallocation.autoscale',
      match: oneOf(Object.keys(deallocationOptions), wordStart, wordEnd),
    },
    { name: 'variable.other.autoscale', match: `${wordStart}\\$?[A-Za-z_]\\w*` },
    { name: 'keyword.operator.comparison.autoscale', match: '==|!=|<=|>=|<|>' },
    { name: 'keyword.operator.logical.autoscale', match: '&&|\\|\\||!' },
    { name: 'keyword.operator.assignment.autoscale', match: '=' },
    { name: 'keyword.operator.arithmetic.autoscale', match: '[-+*/]' },
    { name: 'keyword.operator.ternary.autoscale', match: '[?:]' },
    { name: 'punctuation.terminator.statement.autoscale', match: ';' },
  ];
}

/** A TextMate grammar for editors, as JSON. */
export function textMateGrammar(): string {
  const grammar = {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Azure Batch autoscale formula',
    comment:
      'Written by scripts/generate-grammar.mjs from the tables of built-ins. Not for editing.',
    scopeName: 'source.autoscale',
    fileTypes: ['autoscale'],
    patterns: patterns(),
  };
  return `${JSON.stringify(grammar, undefined, 2)}\n`;
}
