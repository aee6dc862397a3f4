import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Scalar,
} from 'yaml';

import type { Span } from '../../base/text/source-text.js';

/** A text of a YAML file with the way to it. */
export interface YamlText {
  readonly path: readonly (string | number)[];
  readonly scalar: Scalar<string>;
  /** String members of the mappings around it, outermost first. */
  readonly holders: readonly ReadonlyMap<string, string>[];
  /** The comment before it or its key. */
  readonly comment: string | undefined;
}

export interface YamlTexts {
  readonly texts: readonly YamlText[];
  /** Where the file stops being YAML. */
  readonly brokenAt?: Span;
  readonly tooDeep?: boolean;
}

interface Visit {
  readonly node: unknown;
  readonly path: readonly (string | number)[];
  readonly holders: readonly ReadonlyMap<string, string>[];
  readonly comment: string | undefined;
}

/** Flow collections and compact sequences within each other, which the YAML parser answers with recursion. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) depth++;
    else if ((code === 93 || code === 125) && depth > 0) depth--;
    if (depth > 1000) return true;
  }
  return /^[ ]*(?:[-?][ \t]+){200}/m.test(text);
}

/**
 * All texts of all documents of a YAML file. Aliases are not unfolded: a text is met once, where it is written, so an alias bomb
 * costs nothing; where an alias stands for a text, the text is met under the name of the alias too.
 */
export function readYamlTexts(text: string): YamlTexts {
  if (nestsTooDeep(text)) return { texts: [], tooDeep: true };
  let documents;
  try {
    documents = parseAllDocuments(text, {
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
    });
  } catch (error) {
    if (error instanceof RangeError) return { texts: [], tooDeep: true };
    throw error;
  }
  const texts: YamlText[] = [];
  let brokenAt: Span | undefined;
  for (const document of Array.isArray(documents) ? documents : []) {
    const [error] = document.errors;
    if (error !== undefined) {
      const [start, end] = error.pos;
      brokenAt ??= { start, end: Math.max(start + 1, end) };
    }
    readTexts(document.contents, texts);
  }
  return brokenAt === undefined ? { texts } : { texts, brokenAt };
}

function readTexts(root: unknown, texts: YamlText[]): void {
  const anchors = new Map<string, unknown>();
  const pending: Visit[] = [{ node: root, path: [], holders: [], comment: undefined }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { path, holders } = visit;
    const target = isAlias(visit.node) ? anchors.get(visit.node.source) : visit.node;
    if (!isNode(target) || (isAlias(visit.node) && !isScalar(target))) continue;
    if (!isAlias(visit.node) && target.anchor !== undefined) anchors.set(target.anchor, target);
    const comment = target.commentBefore ?? visit.comment;
    if (isScalar(target)) {
      if (typeof target.value === 'string') {
        texts.push({ path, holders, comment, scalar: target as Scalar<string> });
      }
    } else if (isMap(target)) {
      const members = new Map<string, string>();
      const inside = [...holders, members];
      const children = target.items.map(({ key, value }): Visit => {
        const name = isScalar(key) ? String(key.value) : '';
        if (isScalar(value) && typeof value.value === 'string') members.set(name, value.value);
        const before = isNode(key) ? (key.commentBefore ?? undefined) : undefined;
        // The comment above the first entry belongs to the mapping.
        const own = before ?? (key === target.items[0]?.key ? comment : undefined);
        return { node: value, path: [...path, name], holders: inside, comment: own ?? undefined };
      });
      pending.push(...children.reverse());
    } else if (isSeq(target)) {
      const children = target.items.map((item, index): Visit => {
        const node = isPair(item) ? item.value : item;
        return { node, path: [...path, index], holders, comment: undefined };
      });
      pending.push(...children.reverse());
    }
  }
}
