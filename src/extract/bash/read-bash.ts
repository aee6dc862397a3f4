import type { Node } from 'web-tree-sitter';

import type { CodeExpression } from '../code/code-expression.js';
import { namedChildren, shortText, spanOf } from '../syntax-node.js';
import { ansiText, expandedText, verbatimText } from './bash-text.js';
import { readHereDocument } from './heredoc.js';

/** Reads a word of a command as far as it can be read without running it; `defined`: names that the script gives a value. */
export function readBash(text: string, node: Node, defined: ReadonlySet<string>): CodeExpression {
  const host = spanOf(node);
  const [first, ...rest] = namedChildren(node);
  switch (node.type) {
    case 'raw_string': {
      const content = { start: host.start + 1, end: host.end - 1 };
      return { kind: 'literal', literal: verbatimText(host, content), form: "bash '" };
    }
    case 'ansi_c_string':
      return { kind: 'literal', literal: ansiText(text, host), form: 'bash ansi' };
    case 'string': {
      const content = { start: host.start + 1, end: host.end - 1 };
      const isOnly =
        first !== undefined &&
        rest.length === 0 &&
        first.startIndex === content.start &&
        first.endIndex === content.end;
      if (isOnly && first.type !== 'string_content') return readBash(text, first, defined);
      const literal = expandedText(text, host, content, 'quoted', defined);
      return { kind: 'literal', literal, form: 'bash "' };
    }
    case 'word':
    case 'number': {
      if (node.text.startsWith('@')) return { kind: 'file', host, path: node.text.slice(1) };
      const literal = expandedText(text, host, host, 'word', defined);
      return { kind: 'literal', literal, form: 'bash word' };
    }
    case 'concatenation': {
      const parts = [first!, ...rest].map((child) => readBash(text, child, defined));
      return { kind: 'joined', host, parts, separator: '' };
    }
    case 'simple_expansion':
    case 'expansion': {
      const name = first?.type === 'variable_name' && rest.length === 0 ? first.text : undefined;
      if (name === undefined) break;
      return { kind: 'name', host, name };
    }
    case 'command_substitution': {
      const document = readHereDocument(text, host, defined);
      if (document !== undefined && /^\$\(\s*cat\b/.test(node.text)) {
        return { kind: 'literal', literal: document.literal, form: 'bash document' };
      }
      const path = /^\$\(\s*(?:cat\s+|<\s*)(["']?)([\w./~-]+)\1\s*\)$/.exec(node.text)?.[2];
      if (path !== undefined) return { kind: 'file', host, path };
      break;
    }
    default:
      break;
  }
  return { kind: 'computed', host, reason: `the value of ${shortText(node)}` };
}
