import type { Span } from '../../base/text/source-text.js';
import { literalText } from '../literal/host-literal.js';
import { jsonLiteral } from '../literal/json-text.js';

/** A string value of a JSON file with the way to it. */
export interface JsonString {
  /** Keys and numbers of elements from the root. */
  readonly path: readonly (string | number)[];
  /** The string members of the objects around it, outermost first. */
  readonly holders: readonly ReadonlyMap<string, string>[];
  readonly host: Span;
  readonly value: string;
  /** The comment right before it or before its key. */
  readonly comment: string | undefined;
}

export interface JsonStrings {
  readonly strings: readonly JsonString[];
  /** Where the file stops being JSON. */
  readonly brokenAt?: Span;
}

interface Level {
  readonly kind: 'root' | 'object' | 'array';
  /** Key or number of the value that comes next; undefined where an object expects a key. */
  key: string | number | undefined;
  readonly members: Map<string, string>;
}

/** Deeper nesting is no file for people; ours, not of JSON. */
const maximumNesting = 1000;

const token = /[ \t\r\n]+|\/\/[^\n]*|\/\*|"|[{}[\],:]|[^\s{}[\],:"]+|[^]/y;

/**
 * All string values of a JSON file; comments and trailing commas are accepted, and line breaks in strings, which ARM templates may
 * have. Tokens are read in a loop, so that no nesting fills the stack, and reading goes on after mistakes. (The scanner of
 * jsonc-parser ends a string at its line break.)
 */
export function readJsonStrings(text: string): JsonStrings {
  const strings: JsonString[] = [];
  const levels: Level[] = [{ kind: 'root', key: undefined, members: new Map() }];
  let pendingKey: string | undefined;
  let comment: string | undefined;
  let brokenAt: Span | undefined;
  for (let at = 0; at < text.length;) {
    token.lastIndex = at;
    const [found] = token.exec(text)!;
    const start = at;
    at += found.length;
    const level = levels.at(-1)!;
    switch (found[0]) {
      case '/': {
        const end = found === '/*' ? text.indexOf('*/', at) : at;
        if (found.startsWith('//')) comment = found;
        else if (found === '/*' && end >= 0) comment = text.slice(start, (at = end + 2));
        else brokenAt ??= { start, end: at };
        break;
      }
      case '{':
      case '[': {
        const kind = found === '{' ? 'object' : 'array';
        if (levels.length > maximumNesting) return { strings, brokenAt: { start, end: at } };
        levels.push({ kind, key: kind === 'array' ? 0 : undefined, members: new Map() });
        break;
      }
      case '}':
      case ']':
        if (level.kind === (found === '}' ? 'object' : 'array')) levels.pop();
        else brokenAt ??= { start, end: at };
        comment = undefined;
        break;
      case ',':
        level.key = typeof level.key === 'number' ? level.key + 1 : undefined;
        pendingKey = undefined;
        break;
      case ':':
        if (level.kind === 'object') level.key = pendingKey;
        break;
      case '"': {
        const end = closingQuote(text, at);
        if (end < 0) {
          brokenAt ??= { start, end: at };
          break;
        }
        at = end + 1;
        const host = { start, end: at };
        const value = literalText(text, jsonLiteral(text, host));
        if (level.kind === 'object' && level.key === undefined) {
          pendingKey = value;
          break;
        }
        if (typeof level.key === 'string') level.members.set(level.key, value);
        const path = levels.flatMap(({ key }) => (key === undefined ? [] : [key]));
        strings.push({ path, holders: levels.map(({ members }) => members), host, value, comment });
        comment = undefined;
        break;
      }
      default:
        break;
    }
  }
  return brokenAt === undefined ? { strings } : { strings, brokenAt };
}

/** The first quote at or after an offset that no backslash escapes; -1 where there is none. */
function closingQuote(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (quote - 1 - backslashes >= from && text[quote - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return quote;
  }
  return -1;
}
