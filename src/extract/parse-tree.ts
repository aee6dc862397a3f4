import type { Node, Parser } from 'web-tree-sitter';

import type { Diagnostic } from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import { extractDiagnostic } from './extract-diagnostics.js';

/** Parses a file, hands its root to a reader, and frees the tree, which lives outside the memory of JavaScript. */
export function withTree<R extends { readonly diagnostics: readonly Diagnostic[] }>(
  parser: Parser,
  source: SourceText,
  language: string,
  read: (root: Node) => R,
): R | { readonly diagnostics: readonly Diagnostic[] } {
  const tree = parser.parse(source.text);
  if (tree === null) {
    const place = { start: 0, end: 0 };
    return { diagnostics: [extractDiagnostic('host-syntax', place, { language }, { source })] };
  }
  try {
    return read(tree.rootNode);
  } finally {
    tree.delete();
  }
}

/** A warning at the first place that the grammar could not read; formulas around it are found all the same where they can be. */
export function syntaxProblem(
  source: SourceText,
  root: Node,
  language: string,
): readonly Diagnostic[] {
  if (!root.hasError) return [];
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.isError || node.isMissing) {
      const span = { start: node.startIndex, end: Math.max(node.startIndex + 1, node.endIndex) };
      return [extractDiagnostic('host-syntax', span, { language }, { source })];
    }
    pending.push(...node.children.filter((child) => child.hasError || child.isMissing).reverse());
  }
  return [];
}
