import type { Node } from 'web-tree-sitter';

import type { Span } from '../../base/text/source-text.js';
import type { HostLiteral, HostValue } from '../literal/host-literal.js';
import { cookText, createPieceList } from '../literal/piece-list.js';
import { namedChildren, shortText, spanOf } from '../syntax-node.js';
import { heredocPieces } from './heredoc.js';
import { encodeQuotedTemplate, templatePieces, type ComputedPart } from './template-text.js';

/** Looks up what a name of the same file stands for: `local.x`, or the default of `var.x`. */
export type Lookup = (name: string) => Node | undefined;

/** A value with an address of its own where it stands under another name. */
export interface TerraformValue {
  readonly address?: string;
  readonly value: HostValue;
}

const maximumSteps = 20;

/** Functions that leave a text as it is. */
const transparent = new Set(['nonsensitive', 'sensitive', 'tostring']);

/** Functions that take white space from the ends of a text. */
const trimming: ReadonlyMap<string, RegExp> = new Map([
  ['chomp', /[\r\n]+$/g],
  ['trimspace', /^\s+|\s+$/g],
]);

/** What an expression can be: several values where it chooses between them. */
export function readValue(
  text: string,
  node: Node,
  lookup: Lookup,
  steps: number = 0,
): readonly TerraformValue[] {
  const dynamic = (reason: string): readonly TerraformValue[] => [
    { value: { kind: 'dynamic', host: spanOf(node), reason } },
  ];
  if (steps > maximumSteps) return dynamic('values that refer to each other');
  const again = (next: Node): readonly TerraformValue[] => readValue(text, next, lookup, steps + 1);
  const children = namedChildren(node);
  const [first] = children;
  switch (node.type) {
    case 'quoted_template':
    case 'string_lit':
      return [{ value: quotedLiteral(text, node) }];
    case 'heredoc_template':
      return [{ value: heredocLiteral(text, node) }];
    case 'expression':
    case 'literal_value':
    case 'template_expr':
      if (children.length === 1) return again(first!);
      return reference(text, node, lookup, steps) ?? dynamic(`the value of ${shortText(node)}`);
    case 'conditional':
      return children.slice(1).flatMap(again);
    case 'function_call':
      return call(text, node, again) ?? dynamic(`the result of ${first?.text ?? ''}()`);
    default:
      return dynamic(`the value of ${shortText(node)}`);
  }
}

function reference(
  text: string,
  node: Node,
  lookup: Lookup,
  steps: number,
): readonly TerraformValue[] | undefined {
  const name = node.text;
  const target = /^(?:local|var)\.\w+$/.test(name) ? lookup(name) : undefined;
  if (target === undefined) return undefined;
  return readValue(text, target, lookup, steps + 1).map((each) => ({ address: name, ...each }));
}

function call(
  text: string,
  node: Node,
  again: (next: Node) => readonly TerraformValue[],
): readonly TerraformValue[] | undefined {
  const [name, list] = namedChildren(node);
  const given = list === undefined ? [] : namedChildren(list);
  const [first, second] = given;
  if (first === undefined) return undefined;
  if (transparent.has(name!.text)) return again(first);
  const trimmed = trimming.get(name!.text);
  if (trimmed !== undefined) return again(first).map((each) => withoutEnds(text, each, trimmed));
  if (name!.text === 'file') {
    const path = literalPath(text, first);
    return path === undefined ? undefined : [{ value: { kind: 'file', host: spanOf(node), path } }];
  }
  if (name!.text === 'templatefile') {
    const path = literalPath(text, first);
    const templateVariables = second === undefined ? [] : objectKeys(second);
    return path === undefined
      ? undefined
      : [{ value: { kind: 'file', host: spanOf(node), path, templateVariables } }];
  }
  if (name!.text === 'join' && second !== undefined) {
    const joined = joinedLiteral(text, node, first, second);
    return joined === undefined ? undefined : [{ value: joined }];
  }
  return undefined;
}

function withoutEnds(text: string, found: TerraformValue, ends: RegExp): TerraformValue {
  const { value } = found;
  if (value.kind !== 'literal') return found;
  const cooked = cookText(text, value.pieces);
  const end = cooked.text.length;
  const cut = [...cooked.text.matchAll(ends)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  const from = cut.find(({ start }) => start === 0)?.end ?? 0;
  const to = cut.find((each) => each.start > 0 && each.end === end)?.start ?? end;
  return { ...found, value: { ...value, pieces: cooked.slice({ start: from, end: to }) } };
}

/** A path of literal text and `path.module` (the folder of the file) in front. */
function literalPath(text: string, node: Node): string | undefined {
  const [template] = node.descendantsOfType(['quoted_template', 'string_lit']);
  if (template === undefined || template.text !== node.text) return undefined;
  const written = text.slice(template.startIndex + 1, template.endIndex - 1);
  const path = written.replace(/^\$\{\s*path\.module\s*\}/, '.');
  return /[$%]\{|\\/.test(path) ? undefined : path;
}

function objectKeys(node: Node): readonly string[] {
  const [object] = node.descendantsOfType('object');
  if (object === undefined) return [];
  return namedChildren(object).flatMap((element) => {
    const key = element.childForFieldName('key');
    return key === null ? [] : [key.text.replaceAll('"', '')];
  });
}

/** `join("\n", ["a = 1;", "b = 2;"])` of literal elements; others are holes. */
function joinedLiteral(
  text: string,
  node: Node,
  separator: Node,
  elements: Node,
): HostLiteral | undefined {
  const [by] = separator.descendantsOfType(['quoted_template', 'string_lit']);
  const [tuple] = elements.descendantsOfType('tuple');
  if (by === undefined || tuple === undefined) return undefined;
  const between = quotedLiteral(text, by).pieces.map((piece) =>
    piece.kind === 'escape' ? piece.text : text.slice(piece.host.start, piece.host.end),
  );
  const list = createPieceList();
  let end: number | undefined;
  for (const element of namedChildren(tuple).filter(({ type }) => type === 'expression')) {
    const [template] = element.descendantsOfType(['quoted_template', 'string_lit']);
    const literal = template?.text === element.text ? quotedLiteral(text, template) : undefined;
    const { start, end: next } = spanOf(element);
    const inside = literal === undefined ? 0 : 1;
    if (end !== undefined) list.escape(end, start + inside, between.join(''));
    if (literal === undefined) list.hole(start, next);
    else list.add(literal.pieces);
    end = next - inside;
  }
  return {
    kind: 'literal',
    host: spanOf(node),
    pieces: list.pieces,
    encode: encodeQuotedTemplate,
  };
}

function quotedLiteral(text: string, node: Node): HostLiteral {
  const host = spanOf(node);
  const content = { start: host.start + 1, end: Math.max(host.start + 1, host.end - 1) };
  const { pieces } = templatePieces(text, content, computedParts(text, node), true);
  return { kind: 'literal', host, pieces, encode: encodeQuotedTemplate };
}

function heredocLiteral(text: string, node: Node): HostLiteral {
  const host = spanOf(node);
  const content = heredocContent(text, host);
  const flush = text.startsWith('<<-', host.start);
  const parts = computedParts(text, node);
  const { list, encode } = heredocPieces(text, content, parts, flush);
  return { kind: 'literal', host, pieces: list.pieces, encode };
}

/** The lines between the opening and the closing marker. */
function heredocContent(text: string, { start, end }: Span): Span {
  const first = text.indexOf('\n', start) + 1;
  return { start: first, end: Math.max(first, text.lastIndexOf('\n', end - 1) + 1) };
}

function computedParts(text: string, node: Node): readonly ComputedPart[] {
  return namedChildren(node)
    .filter(({ type }) => type === 'template_interpolation' || type === 'template_directive')
    .map((part) => {
      const host = spanOf(part);
      return {
        host,
        trimsBefore: text[host.start + 2] === '~',
        trimsAfter: text[host.end - 2] === '~',
      };
    });
}
