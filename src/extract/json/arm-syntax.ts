import type { Span } from '../../base/text/source-text.js';

/** Syntax of the expressions in `[...]` of ARM templates, in offsets of the string that holds them. */
export type ArmExpression =
  | { readonly kind: 'text'; readonly range: Span }
  | {
      readonly kind: 'call';
      readonly range: Span;
      readonly name: string;
      readonly arguments: readonly ArmExpression[];
    }
  | { readonly kind: 'other'; readonly range: Span };

const maximumNesting = 50;

/** Reads `[...]`; undefined where it is not of that syntax. Names of functions are in lower case, as ARM ignores it. */
export function parseArmExpression(text: string): ArmExpression | undefined {
  const reader = { text, at: 1, depth: 0 };
  const expression = readExpression(reader);
  skipSpace(reader);
  return expression !== undefined && reader.at === text.lastIndexOf(']') ? expression : undefined;
}

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
}

function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at++;
}

function match(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found !== undefined) reader.at += found.length;
  return found;
}

function readExpression(reader: Reader): ArmExpression | undefined {
  if (++reader.depth > maximumNesting) return undefined;
  skipSpace(reader);
  const start = reader.at;
  const range = (): Span => ({ start, end: reader.at });
  let expression: ArmExpression | undefined;
  if (match(reader, /'(?:[^']|'')*'/y) !== undefined) {
    expression = { kind: 'text', range: range() };
  } else if (match(reader, /-?\d+/y) !== undefined) {
    expression = { kind: 'other', range: range() };
  } else {
    const name = match(reader, /[A-Za-z_][\w.]*(?=\s*\()/y);
    const given = name === undefined ? undefined : readArguments(reader);
    if (name !== undefined && given !== undefined) {
      expression = { kind: 'call', range: range(), name: name.toLowerCase(), arguments: given };
    }
  }
  while (expression !== undefined) {
    const accessed = readAccess(reader);
    if (accessed === undefined) break;
    if (!accessed) return undefined;
    expression = { kind: 'other', range: range() };
  }
  reader.depth--;
  return expression;
}

function readArguments(reader: Reader): readonly ArmExpression[] | undefined {
  match(reader, /\s*\(/y);
  const found: ArmExpression[] = [];
  if (match(reader, /\s*\)/y) !== undefined) return found;
  for (;;) {
    const argument = readExpression(reader);
    if (argument === undefined) return undefined;
    found.push(argument);
    if (match(reader, /\s*\)/y) !== undefined) return found;
    if (match(reader, /\s*,/y) === undefined) return undefined;
  }
}

/** Reads `.name` or `[index]`; undefined where there is neither, false where it is broken. */
function readAccess(reader: Reader): boolean | undefined {
  if (match(reader, /\s*\.\s*\w+/y) !== undefined) return true;
  if (match(reader, /\s*\[/y) === undefined) return undefined;
  return readExpression(reader) !== undefined && match(reader, /\s*\]/y) !== undefined;
}
