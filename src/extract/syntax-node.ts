import type { Node } from 'web-tree-sitter';

import type { Span } from '../base/text/source-text.js';

export function spanOf({ startIndex, endIndex }: Node): Span {
  return { start: startIndex, end: endIndex };
}

export function namedChildren(node: Node): readonly Node[] {
  return node.namedChildren.filter(({ type }) => type !== 'comment');
}

/** The text of a node in one line, for messages. */
export function shortText(node: Node): string {
  const line = node.text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 57)}...`;
}

/** The nearest node of a type around a node. */
export function enclosing(node: Node, types: readonly string[]): Node | undefined {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (types.includes(at.type)) return at;
  }
  return undefined;
}
