import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  parseDocument,
  type Alias,
  type Document,
  type Node,
  type Scalar,
  type YAMLError,
} from 'yaml';

import type { Diagnostic, DiagnosticResult } from '../diagnostics/diagnostic.js';
import type { SourceText, Span } from '../text/source-text.js';
import { documentDiagnostic } from './document-diagnostics.js';

/** Keys and positions from the root of a document to a value. */
export type DocumentPath = readonly (string | number)[];

/** A YAML or JSON text as plain data, with the place of everything in it. */
export interface TextDocument {
  readonly source: SourceText;
  readonly value: unknown;
  /** Place of the value at a path; of the nearest value around it where there is none. */
  readonly spanOf: (path: DocumentPath) => Span;
  /** Place of the key at the end of a path. */
  readonly keySpanOf: (path: DocumentPath) => Span;
  /** The scalar at a path as it was written, for texts inside the text. */
  readonly scalarAt: (path: DocumentPath) => Scalar | undefined;
}

/** Files for people are small; these bounds keep hostile ones from filling memory or stack. */
export const documentLimits = {
  characters: 8_388_608,
  nesting: 100,
  aliasedValues: 10_000,
} as const;

const wholeFile: Span = { start: 0, end: 0 };

/** Keys that reach the prototype of an object in careless code; no file of ours needs them. */
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype']);

function syntaxDiagnostic(source: SourceText, error: YAMLError): Diagnostic {
  const [start, end] = error.pos;
  const span = { start, end: Math.max(start + 1, end) };
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^\s:,\]}]{1,60}/.exec(source.text.slice(start))?.[0] ?? '';
    return documentDiagnostic('duplicate-key', span, { key }, { source });
  }
  if (error.code === 'MULTIPLE_DOCS') {
    return documentDiagnostic('several-documents', span, undefined, { source });
  }
  const text = error.message.replace(/\.$/, '');
  const problem = text.charAt(0).toLowerCase() + text.slice(1);
  return documentDiagnostic('document-syntax', span, { problem }, { source });
}

interface Conversion {
  /** The node that each name (&name) stood for last, in document order. */
  readonly anchors: Map<string, unknown>;
  /** What each alias (*name) means. */
  readonly targets: Map<Alias, unknown>;
  readonly source: SourceText;
  readonly diagnostics: Diagnostic[];
  /** Values inside aliased nodes so far. */
  aliased: number;
  tooDeep: boolean;
}

function spanOfNode(node: unknown): Span {
  const range = (node as Node | null)?.range;
  return range ? { start: range[0], end: Math.max(range[0], range[1]) } : wholeFile;
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

/** Plain data of a node; objects have no prototype, so that no key of a file can reach one. */
function convert(conversion: Conversion, node: unknown, depth: number, inAlias: boolean): unknown {
  if (inAlias && ++conversion.aliased > documentLimits.aliasedValues) return undefined;
  if (depth > documentLimits.nesting) {
    conversion.tooDeep = true;
    return undefined;
  }
  if (isAlias(node)) {
    const { anchors, targets, source, diagnostics } = conversion;
    if (!targets.has(node)) {
      if (!anchors.has(node.source)) {
        const parameters = { name: node.source };
        diagnostics.push(
          documentDiagnostic('unknown-alias', spanOfNode(node), parameters, { source }),
        );
        return undefined;
      }
      targets.set(node, anchors.get(node.source));
    }
    return convert(conversion, targets.get(node), depth + 1, true);
  }
  if (!inAlias && isNode(node) && node.anchor !== undefined) {
    conversion.anchors.set(node.anchor, node);
  }
  if (isScalar(node)) return node.value;
  if (isMap(node)) {
    const result = Object.create(null) as Record<string, unknown>;
    for (const { key, value } of node.items) {
      const name = keyText(key);
      if (refusedKeys.has(name)) {
        const { source } = conversion;
        conversion.diagnostics.push(
          documentDiagnostic('refused-key', spanOfNode(key), { key: name }, { source }),
        );
      } else {
        result[name] = convert(conversion, value, depth + 1, inAlias);
      }
    }
    return result;
  }
  if (isCollection(node)) {
    return node.items.map((item) => convert(conversion, item, depth + 1, inAlias));
  }
  return null;
}

/** Nesting of flow brackets or of `- ` and `? ` in one line: what the YAML parser would answer with recursion. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) depth++;
    else if (code === 93 || code === 125) depth--;
    if (depth > 10 * documentLimits.nesting) return true;
  }
  return /^[ ]*(?:[-?][ \t]+){200}/m.test(text);
}

function locate(
  root: unknown,
  targets: ReadonlyMap<Alias, unknown>,
  path: DocumentPath,
): { readonly key?: unknown; readonly node: unknown } {
  const targetOf = (node: unknown): unknown => (isAlias(node) ? targets.get(node) : node);
  let node = root;
  let key: unknown;
  for (const step of path) {
    const holder = targetOf(node);
    if (!isCollection(holder)) break;
    const items: readonly unknown[] = holder.items;
    const item =
      typeof step === 'number'
        ? items[step]
        : items.find((pair) => isPair(pair) && keyText(pair.key) === step);
    if (item === undefined) break;
    key = isPair(item) ? item.key : undefined;
    node = isPair(item) ? (item.value ?? item.key) : item;
  }
  return { key, node };
}

/**
 * Reads one YAML 1.2 document; JSON is YAML. Duplicate keys, several documents, unknown tags, keys such as `__proto__`, deep
 * nesting, alias bombs and texts beyond `documentLimits` are refused. `rewrite` may change the syntax tree before it becomes data:
 * nodes that it moves keep their places in the text. Its findings come back with the document.
 */
export function readDocument(
  source: SourceText,
  rewrite?: (root: Node) => readonly Diagnostic[],
): DiagnosticResult<TextDocument> {
  const refuse = (diagnostic: Diagnostic): DiagnosticResult<TextDocument> => ({
    diagnostics: [diagnostic],
  });
  const { text } = source;
  if (text.length > documentLimits.characters) {
    const limit = documentLimits.characters;
    return refuse(documentDiagnostic('document-size', wholeFile, { limit }, { source }));
  }
  const nesting = (): DiagnosticResult<TextDocument> => {
    const limit = documentLimits.nesting;
    return refuse(documentDiagnostic('document-nesting', wholeFile, { limit }, { source }));
  };
  if (nestsTooDeep(text)) return nesting();
  let document: Document;
  try {
    document = parseDocument(text, { prettyErrors: false, uniqueKeys: true });
  } catch (error) {
    // The YAML parser answers nesting with recursion; a text that escapes the check above ends here.
    if (error instanceof RangeError) return nesting();
    throw error;
  }
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    return { diagnostics: problems.map((error) => syntaxDiagnostic(source, error)) };
  }
  if (document.contents === null) {
    return refuse(documentDiagnostic('document-empty', wholeFile, undefined, { source }));
  }
  const conversion: Conversion = {
    anchors: new Map(),
    targets: new Map(),
    source,
    diagnostics: [],
    aliased: 0,
    tooDeep: false,
  };
  const { contents } = document;
  const findings = rewrite?.(contents) ?? [];
  const value = convert(conversion, contents, 0, false);
  const { targets } = conversion;
  if (conversion.tooDeep) return nesting();
  if (conversion.aliased > documentLimits.aliasedValues) {
    const limit = documentLimits.aliasedValues;
    return refuse(documentDiagnostic('document-aliases', wholeFile, { limit }, { source }));
  }
  if (conversion.diagnostics.length > 0) return { diagnostics: conversion.diagnostics };
  return {
    value: {
      source,
      value,
      spanOf: (path) => spanOfNode(locate(contents, targets, path).node),
      keySpanOf: (path) => {
        const { key, node } = locate(contents, targets, path);
        return spanOfNode(key ?? node);
      },
      scalarAt: (path) => {
        const { node } = locate(contents, targets, path);
        return isScalar(node) ? node : undefined;
      },
    },
    diagnostics: findings,
  };
}
