import type { Node, Parser } from 'web-tree-sitter';

import type { SourceText } from '../../base/text/source-text.js';
import type { Binding, CodeString } from '../code/code-expression.js';
import { findInCode } from '../code/find-in-code.js';
import type { ExtractorResult } from '../extractor-result.js';
import { markedLines } from '../marked-lines.js';
import { syntaxProblem, withTree } from '../parse-tree.js';
import { shellProblems } from '../shell-problems.js';
import { namedChildren, scopeOf, spanOf } from '../syntax-node.js';
import { stringTypes } from './powershell-string.js';
import { readPowerShell } from './read-powershell.js';

const scopeTypes = new Map([['function_statement', 'name']]);

/**
 * Formulas of PowerShell: `-AutoScaleFormula` of the Batch cmdlets, `--auto-scale-formula` of the Azure command line, variables,
 * properties and hash tables. A name of the service that PowerShell would replace is an error.
 */
export function extractPowerShell(source: SourceText, parser: Parser): ExtractorResult {
  const { text } = source;
  return withTree(parser, source, 'PowerShell', (root) => {
    const assignments = root.descendantsOfType('assignment_expression');
    const defined = new Set(
      [...text.matchAll(/\$(\w+)\s*[+*/-]?=(?!=)|\[[^\]\n]*\]\s*\$(\w+)/g)]
        .filter(({ index }) => !isInString(root, index))
        .map(([, assigned, typed]) => (assigned ?? typed!).toLowerCase()),
    );
    const bindings = [
      ...assignments.flatMap((node) => readAssignment(text, node, defined)),
      ...readEntries(text, root, defined),
      ...readParameters(text, root, defined),
    ];
    const strings = readStrings(text, root, defined);
    const marked = markedLines(text, /^\s*#/);
    const value = findInCode(text, { bindings, strings, marked });
    const diagnostics = [
      ...syntaxProblem(source, root, 'PowerShell'),
      ...shellProblems(source, value, (name) => `\`${name}`),
    ];
    return { value, diagnostics };
  });
}

function isInString(root: Node, offset: number): boolean {
  const node = root.descendantForIndex(offset);
  return (
    node !== null &&
    (stringTypes.includes(node.type) || stringTypes.includes(node.parent?.type ?? ''))
  );
}

function readAssignment(text: string, node: Node, defined: ReadonlySet<string>): Binding[] {
  const value = node.childForFieldName('value');
  const [target] = namedChildren(node);
  if (value === null || target === undefined) return [];
  const isVariable = /^\$[\w:]+$/.test(target.text);
  const name = target.text.replace(/^\$/, '').replace(/^[^]*\./, '');
  return [
    {
      kind: isVariable ? 'variable' : 'argument',
      name: isVariable ? name.toLowerCase() : name,
      address: target.text,
      value: spanOf(value),
      read: () => readPowerShell(text, value, defined),
      scope: scopeOf(node, scopeTypes),
      line: node.startPosition.row,
      appends: /^\s*\+=/.test(text.slice(target.endIndex, value.startIndex)),
    },
  ];
}

function readEntries(text: string, root: Node, defined: ReadonlySet<string>): Binding[] {
  return root.descendantsOfType('hash_entry').flatMap((node): Binding[] => {
    const [key, value] = namedChildren(node);
    if (key === undefined || value === undefined) return [];
    return [
      {
        kind: 'argument',
        name: key.text.replace(/^["']|["']$/g, ''),
        value: spanOf(value),
        read: () => readPowerShell(text, value, defined),
        scope: scopeOf(node, scopeTypes),
        line: node.startPosition.row,
        appends: false,
      },
    ];
  });
}

/** `-AutoScaleFormula value`, `-AutoScaleFormula:value` and `--auto-scale-formula value`. */
function readParameters(text: string, root: Node, defined: ReadonlySet<string>): Binding[] {
  return root.descendantsOfType('command_parameter').flatMap((parameter): Binding[] => {
    if (!/^--?auto-?scale-?formula:?$/i.test(parameter.text)) return [];
    let value = parameter.nextNamedSibling;
    while (value?.type === 'command_argument_sep') value = value.nextNamedSibling;
    const given = value;
    if (given === null) return [];
    const command = parameter.parent?.parent;
    const words = (command?.text ?? '').split(/\s+(?=-)/)[0]!;
    return [
      {
        kind: 'argument',
        name: 'autoScaleFormula',
        address: words.replace(/\s+/g, ' '),
        value: spanOf(given),
        read: () => readPowerShell(text, given, defined),
        scope: scopeOf(parameter, scopeTypes),
        line: parameter.startPosition.row,
        appends: false,
      },
    ];
  });
}

function readStrings(text: string, root: Node, defined: ReadonlySet<string>): CodeString[] {
  return root.descendantsOfType([...stringTypes]).map((node): CodeString => {
    let whole = node;
    for (let parent = node.parent; parent !== null; parent = parent.parent) {
      if (
        !/expression|pipeline|string_literal/.test(parent.type) ||
        /assignment|hash/.test(parent.type)
      )
        break;
      whole = parent;
    }
    const read = (): ReturnType<typeof readPowerShell> => readPowerShell(text, whole, defined);
    return { host: spanOf(node), whole: spanOf(whole), read, line: node.startPosition.row };
  });
}
