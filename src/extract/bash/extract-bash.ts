import type { Node, Parser } from 'web-tree-sitter';

import type { SourceText } from '../../base/text/source-text.js';
import type { Binding, CodeString } from '../code/code-expression.js';
import { findInCode } from '../code/find-in-code.js';
import type { ExtractorResult, NestedText } from '../extractor-result.js';
import { markedLines } from '../marked-lines.js';
import { syntaxProblem, withTree } from '../parse-tree.js';
import { shellProblems } from '../shell-problems.js';
import { enclosing, namedChildren, spanOf } from '../syntax-node.js';
import { readHereDocument } from './heredoc.js';
import { readBash } from './read-bash.js';

/**
 * Formulas of shell scripts: `--auto-scale-formula` of the Azure command line, variables, here-documents, and JSON in
 * here-documents. A name of the service in double quotes that the shell would replace is an error.
 */
export function extractBash(source: SourceText, parser: Parser): ExtractorResult {
  const { text } = source;
  return withTree(parser, source, 'shell', (root) => {
    const assignments = root.descendantsOfType('variable_assignment');
    const defined = new Set(
      assignments.map((node) => (node.childForFieldName('name')?.text ?? '').toLowerCase()),
    );
    const bindings = [
      ...assignments.flatMap((node) => readAssignment(text, node, defined)),
      ...readOptions(text, root, defined),
      ...readInputs(text, root, defined),
    ];
    const strings = readStrings(text, root, defined);
    const marked = markedLines(text, /^\s*#/);
    const value = findInCode(text, { bindings, strings, marked });
    const nested = readDocuments(text, root, defined);
    const diagnostics = [
      ...syntaxProblem(source, root, 'shell'),
      ...shellProblems(source, value, (name) => `\\${name}`),
    ];
    return { value, nested, diagnostics };
  });
}

function readAssignment(text: string, node: Node, defined: ReadonlySet<string>): Binding[] {
  const name = node.childForFieldName('name')?.text;
  const value = node.childForFieldName('value');
  if (name === undefined || value === null) return [];
  return [
    {
      kind: 'variable',
      name,
      value: spanOf(value),
      read: () => readBash(text, value, defined),
      scope: scopeOf(node),
      line: node.startPosition.row,
      appends: text.startsWith('+=', node.startIndex + name.length),
    },
  ];
}

function scopeOf(node: Node): string {
  const around = enclosing(node, ['function_definition']);
  return around?.childForFieldName('name')?.text ?? '';
}

/** `--auto-scale-formula value` and `--auto-scale-formula=value` of any command. */
function readOptions(text: string, root: Node, defined: ReadonlySet<string>): Binding[] {
  const words = root
    .descendantsOfType('word')
    .filter((word) => /^--auto-?scale-formula(?:=|$)/i.test(word.text));
  return words.flatMap((word): Binding[] => {
    const joined = word.parent?.type === 'concatenation' ? word.parent : undefined;
    const command = (joined ?? word).parent;
    const value = joined === undefined ? word.nextNamedSibling : namedChildren(joined)[1];
    if (command === null || value === null || value === undefined) return [];
    const before = namedChildren(command).map((child) => child.text);
    const options = before.findIndex((each) => each.startsWith('-'));
    return [
      {
        kind: 'argument',
        name: 'autoScaleFormula',
        address: before.slice(0, options < 0 ? 1 : options).join(' '),
        value: spanOf(value),
        read: () => readBash(text, value, defined),
        scope: scopeOf(word),
        line: word.startPosition.row,
        appends: false,
      },
    ];
  });
}

/** `read -r -d '' NAME <<EOF`. */
function readInputs(text: string, root: Node, defined: ReadonlySet<string>): Binding[] {
  return root.descendantsOfType('redirected_statement').flatMap((node): Binding[] => {
    const command = node.childForFieldName('body');
    if (command?.childForFieldName('name')?.text !== 'read') return [];
    const name = namedChildren(command).at(-1)!.text;
    const document = readHereDocument(text, spanOf(node), defined);
    if (document === undefined) return [];
    return [
      {
        kind: 'variable',
        name,
        value: spanOf(node),
        read: () => ({ kind: 'literal', literal: document.literal, form: 'bash document' }),
        scope: scopeOf(node),
        line: node.startPosition.row,
        appends: false,
      },
    ];
  });
}

function readStrings(text: string, root: Node, defined: ReadonlySet<string>): CodeString[] {
  return root
    .descendantsOfType(['string', 'raw_string', 'ansi_c_string'])
    .map((node): CodeString => {
      const whole = node.parent?.type === 'concatenation' ? node.parent : node;
      const read = (): ReturnType<typeof readBash> => readBash(text, whole, defined);
      return { host: spanOf(node), whole: spanOf(whole), read, line: node.startPosition.row };
    });
}

/** JSON bodies (`cat > pool.json <<EOF`). */
function readDocuments(text: string, root: Node, defined: ReadonlySet<string>): NestedText[] {
  return root.descendantsOfType('redirected_statement').flatMap((node): NestedText[] => {
    const document = readHereDocument(text, spanOf(node), defined);
    const start = document?.literal.pieces[0]?.host.start;
    if (document === undefined || start === undefined || !/^\s*[[{]/.test(text.slice(start)))
      return [];
    return [{ language: 'json', literal: document.literal }];
  });
}
