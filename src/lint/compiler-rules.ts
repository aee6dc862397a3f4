import {
  checkCodes,
  checkSeverities,
  refusingCodes,
  type CheckCode,
} from '../checker/check-diagnostics.js';
import { syntaxCodes, syntaxSeverities, type SyntaxCode } from '../parser/syntax-diagnostics.js';
import type { RuleEntry } from './rule-entry.js';

/** What the parser and the checker find, told as rules: one sentence each, the first line of its page. */
const summaries: Readonly<Record<SyntaxCode | CheckCode, string>> = {
  'formula-too-long': 'a formula has at most 8192 characters',
  'nesting-too-deep': 'parentheses and ternaries are nested at most 100 levels deep',
  'syntax-error': 'the text is not a formula, so the service refuses all of it',
  'missing-semicolon': 'statements end with a semicolon; a new line does not end them',
  'hash-comment': 'a comment starts with //, not with #',
  'block-comment': 'a comment starts with //; /* */ is not a comment of this language',
  'unclosed-comment': 'a block comment needs its end',
  'empty-statement': 'two semicolons in a row leave an empty statement',
  'empty-statement-refused': 'an empty statement is refused under this profile',
  'decimal-comma': 'a decimal fraction is written with a point',
  'vector-literal':
    'a vector in brackets is how the service prints it, not how a formula writes it',
  'unknown-operator': 'an operator of another language, such as %',
  'host-text-not-resolved':
    'an escape or a placeholder of the surrounding file is left in the formula',
  'single-quotes': 'a string stands between double quotes',
  'number-form': 'numbers have digits on both sides of the point and no exponent',
  'invalid-character': 'a character that no formula can hold',
  'unterminated-string': 'a string ends on the line on which it begins',
  'too-many-statements': 'a formula has at most 100 statements',
  'unknown-function': 'there is no function of this name',
  'unknown-method': 'there is no method of this name',
  'unknown-member': 'there is no member of this name',
  'wrong-argument-count': 'a call has too many or too few arguments',
  'assign-to-read-only': 'a formula cannot set a metric or a current number of nodes',
  'assign-to-keyword': 'a keyword or constant is no variable',
  'undefined-variable': 'a variable is read that has no value here',
  'metric-as-number': 'a sampled variable is used as if it were a number',
  'method-on-value': 'a method is called on something that has no samples',
  'member-of-value': 'a member is taken of something that is no timestamp',
  'operand-types': 'an operator does not take these two types',
  'operand-type': 'a unary operator does not take this type',
  'argument-type': 'a function or method does not take this type',
  'condition-type': 'the condition of a ternary is not a number',
  'target-type': 'a target is set to something that is not a number',
  'deallocation-not-a-keyword': 'the deallocation option is one of four bare keywords',
  'misplaced-keyword': 'a deallocation keyword stands where a value must stand',
  'time-string': 'the text given to time() is no instant',
  'time-string-too-precise': 'the text given to time() has more than six digits of a second',
  'vector-compared-with-number': 'a vector of samples stands where one number must stand',
  'vector-assigned-to-target': 'a target is set to a vector of samples',
  'number-before-vector':
    'a number stands before a vector in an operation that is documented the other way round',
  'function-name-assigned': 'a variable has the name of a function',
  'keyword-in-variable': 'a deallocation keyword is kept in a variable',
  'branches-of-different-type': 'the two branches of a ternary have different types',
};

const fixes: Readonly<Partial<Record<SyntaxCode | CheckCode, 'fix' | 'suggestion'>>> = {
  'missing-semicolon': 'fix',
  'hash-comment': 'fix',
  'decimal-comma': 'fix',
  'empty-statement': 'fix',
  'single-quotes': 'fix',
  'time-string-too-precise': 'fix',
  'deallocation-not-a-keyword': 'fix',
  'metric-as-number': 'suggestion',
  'undefined-variable': 'suggestion',
  'unknown-function': 'suggestion',
  'unknown-method': 'suggestion',
  'unknown-member': 'suggestion',
};

/** Where the level of a rule is not the severity that the checker gives: it is open whether the service minds. */
const levels: Readonly<Partial<Record<SyntaxCode | CheckCode, RuleEntry['level']>>> = {
  'keyword-in-variable': 'info',
};

function entry(
  id: SyntaxCode | CheckCode,
  level: RuleEntry['level'],
  category: RuleEntry['category'],
  refuses: boolean,
): RuleEntry {
  const fixable = fixes[id];
  return {
    id,
    category,
    level: levels[id] ?? level,
    summary: summaries[id],
    ...(fixable && { fixable }),
    since: '0.2.0',
    canIgnore: category !== 'syntax',
    canTurnOff: !refuses,
  };
}

/** Codes of the parser and of the checker as rules. Errors for which the service refuses the formula cannot be turned off. */
export const compilerRules: readonly RuleEntry[] = [
  ...syntaxCodes.map((code) => {
    const level = syntaxSeverities[code];
    return entry(code, level, 'syntax', level === 'error');
  }),
  ...checkCodes.map((code) =>
    entry(code, checkSeverities[code], 'correctness', refusingCodes.has(code)),
  ),
];
