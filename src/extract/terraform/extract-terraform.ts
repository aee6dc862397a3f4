import type { Node, Parser } from 'web-tree-sitter';

import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { SourceText } from '../../base/text/source-text.js';
import type { FoundValue } from '../literal/host-literal.js';
import { literalText } from '../literal/host-literal.js';
import { isFormulaName, setsTarget } from '../names.js';
import { markedLines } from '../marked-lines.js';
import { pathText } from '../path-text.js';
import { syntaxProblem, withTree } from '../parse-tree.js';
import { namedChildren } from '../syntax-node.js';
import { readValue, type Lookup } from './read-value.js';

/** A named value: an attribute of a block, or an element of an object. */
interface Assignment {
  readonly name: string;
  /** Names around it, outermost first: type and labels of blocks, keys of objects. */
  readonly path: readonly string[];
  readonly value: Node;
  readonly line: number;
}

/**
 * Formulas of Terraform: `auto_scale { formula = ... }` and `scaleSettings.autoScale.formula`, arguments, locals and defaults of
 * variables whose name says so, texts that set a target, and what stands under a marker comment.
 */
export function extractTerraform(
  source: SourceText,
  parser: Parser,
): DiagnosticResult<readonly FoundValue[]> {
  const { text } = source;
  return withTree(parser, source, 'Terraform', (root) => {
    const assignments = readAssignments(root);
    const lookup = lookupIn(assignments);
    const marked = markedLines(text, /^\s*(?:#|\/\/|\/\*)/);
    const found = assignments.flatMap((assignment) => valuesOf(text, assignment, lookup, marked));
    return { value: found, diagnostics: syntaxProblem(source, root, 'Terraform') };
  });
}

function readAssignments(root: Node): readonly Assignment[] {
  const found: Assignment[] = [];
  const pending: { node: Node; path: readonly string[] }[] = [{ node: root, path: [] }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { node, path } = visit;
    let inside = path;
    switch (node.type) {
      case 'block':
        inside = [...path, blockName(node)];
        break;
      case 'attribute':
      case 'object_elem': {
        const children = namedChildren(node);
        const name = (children[0]?.text ?? '').replace(/^"|"$/g, '');
        const value = children[1];
        if (value === undefined) break;
        found.push({ name, path, value, line: node.startPosition.row });
        inside = [...path, name];
        break;
      }
      case 'heredoc_template':
      case 'quoted_template':
      case 'string_lit':
        continue;
      default:
        break;
    }
    const children = node.namedChildren;
    for (let index = children.length - 1; index >= 0; index--) {
      pending.push({ node: children[index]!, path: inside });
    }
  }
  return found;
}

/** `azurerm_batch_pool.main` for a resource, `local`, `var.x`, `module.x`, `auto_scale` (also where it is dynamic). */
function blockName(block: Node): string {
  const [type, ...labels] = namedChildren(block)
    .filter((child) => child.type === 'identifier' || child.type === 'string_lit')
    .map((child) => child.text.replaceAll('"', ''));
  switch (type) {
    case 'resource':
    case 'dynamic':
      return labels.join('.');
    case 'locals':
      return 'local';
    case 'variable':
      return ['var', ...labels].join('.');
    default:
      return [type, ...labels].join('.');
  }
}

function lookupIn(assignments: readonly Assignment[]): Lookup {
  const names = new Map<string, Node>();
  for (const { name, path, value } of assignments) {
    if (path.length !== 1) continue;
    if (path[0] === 'local') names.set(`local.${name}`, value);
    else if (path[0]!.startsWith('var.') && name === 'default') names.set(path[0]!, value);
  }
  return (name) => names.get(name);
}

function valuesOf(
  text: string,
  assignment: Assignment,
  lookup: Lookup,
  marked: ReadonlySet<number>,
): readonly FoundValue[] {
  const { name, path, value, line } = assignment;
  const around = path.filter((each) => each !== 'content').at(-1) ?? '';
  const inAutoScale = name === 'formula' && /^auto_?scale$/i.test(around);
  const isSink = inAutoScale || marked.has(line);
  const named = isFormulaName(name) || (name === 'default' && isFormulaName(around));
  const found = (certainty: FoundValue['certainty']): FoundValue[] =>
    readValue(text, value, lookup).map((each) => ({
      address: each.address ?? addressOf(assignment),
      value: each.value,
      certainty,
    }));
  if (isSink) return found('sink');
  // The type of a variable or its description is no formula.
  if (named && !/^(?:description|type)$/.test(name)) return found('name');
  const quick = value.text;
  if (!/\$Target/i.test(quick) || quick.startsWith('{') || quick.startsWith('[')) return [];
  return found('name').filter(
    (each) => each.value.kind === 'literal' && setsTarget(literalText(text, each.value)),
  );
}

/** The resource alone where its formula has the usual place; else the whole path. */
function addressOf({ name, path }: Assignment): string {
  const [outer = ''] = path;
  if (outer.startsWith('var.') && name === 'default') return outer;
  if (
    name === 'formula' &&
    /^auto_?scale$/i.test(path.filter((each) => each !== 'content').at(-1) ?? '')
  ) {
    return path.length > 1 ? outer : pathText([...path, name]);
  }
  return [...path, name].join('.');
}
