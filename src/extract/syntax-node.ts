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

/** Names of the functions, classes and the like around a node, outermost first, with `/` between; `types` says where each has its name. */
export function scopeOf(node: Node, types: ReadonlyMap<string, string>): string {
  const names: string[] = [];
  for (let at = node.parent; at !== null; at = at.parent) {
    const field = types.get(at.type);
    if (field !== undefined)
      names.unshift(at.childForFieldName(field)?.text ?? `line ${at.startPosition.row}`);
  }
  return names.join('/');
}
