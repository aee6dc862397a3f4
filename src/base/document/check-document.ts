import { z } from 'zod';

import { hasErrors, type Diagnostic, type DiagnosticResult } from '../diagnostics/diagnostic.js';
import { nearestName } from '../text/nearest-name.js';
import type { Span } from '../text/source-text.js';
import { documentDiagnostic } from './document-diagnostics.js';
import type { DocumentPath, TextDocument } from './read-document.js';
import {
  chosenAlternative,
  expectationOf,
  kindSchemaOf,
  unreadKeyOf,
  type Expectation,
} from './schema-parts.js';

/** The members of zod's definitions that the walk needs; zod documents them for tools. */
interface SchemaDefinition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
}

function definitionOf(schema: z.ZodType): SchemaDefinition {
  return schema.def;
}

/** The schema without optional, default and the like around it, and with the alternative that the value means. */
function unwrapped(schema: z.ZodType, value: unknown): z.ZodType {
  let current = schema;
  for (;;) {
    const definition = definitionOf(current);
    const inner = definition.innerType ?? definition.in ?? chosenAlternative(current, value);
    if (inner === undefined) return current;
    current = inner;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `pools[0].taskSlotsPerNode` */
export function pathText(path: DocumentPath): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('');
}

interface Check {
  readonly document: TextDocument;
  readonly synonyms: ReadonlyMap<string, string>;
  readonly diagnostics: Diagnostic[];
  /** Paths of keys that an unknown key beside them was probably meant to be: they need no second message. */
  readonly suggested: Set<string>;
}

function unknownKey(
  check: Check,
  path: DocumentPath,
  key: string,
  shape: Readonly<Record<string, z.ZodType>>,
): void {
  const { source, keySpanOf } = check.document;
  const known = Object.keys(shape).filter((name) => unreadKeyOf(shape[name]!) === undefined);
  const near = nearestName(key, known) ?? nearestSynonym(check, key, known);
  if (near !== undefined) check.suggested.add(pathText([...path, near]));
  const help = near === undefined ? `known keys are ${known.join(', ')}` : `did you mean ${near}?`;
  const shown = key.length > 60 ? `${key.slice(0, 57)}...` : key;
  check.diagnostics.push(
    documentDiagnostic(
      'unknown-key',
      keySpanOf([...path, key]),
      { key: shown, place: pathText(path) },
      { source, help },
    ),
  );
}

/** The known key that another name of it, close to the unknown one, stands for. */
function nearestSynonym(
  { synonyms }: Check,
  key: string,
  known: readonly string[],
): string | undefined {
  const near = nearestName(key, synonyms.keys());
  const meant = near === undefined ? undefined : synonyms.get(near);
  return meant !== undefined && known.includes(meant) ? meant : undefined;
}

/**
 * A copy of the value without keys that are null (the command line of the service prints every field that has no value so),
 * unknown, not modelled or read-only; the last three are reported.
 */
function withKnownKeys(
  check: Check,
  schema: z.ZodType,
  value: unknown,
  path: DocumentPath,
): unknown {
  const target = unwrapped(schema, value);
  const { shape, element, valueType } = definitionOf(target);
  if (Array.isArray(value)) {
    if (element === undefined) return value;
    return value.map((item, index) => withKnownKeys(check, element, item, [...path, index]));
  }
  if (!isObject(value)) return value;
  const { source, keySpanOf } = check.document;
  const result = Object.create(null) as Record<string, unknown>;
  if (valueType !== undefined) {
    for (const [key, item] of Object.entries(value)) {
      result[key] = withKnownKeys(check, valueType, item, [...path, key]);
    }
    return result;
  }
  if (shape === undefined) return value;
  for (const [key, item] of Object.entries(value)) {
    const member = Object.hasOwn(shape, key) ? shape[key] : undefined;
    const memberPath = [...path, key];
    const unread = member === undefined ? undefined : unreadKeyOf(member);
    if (member === undefined) {
      unknownKey(check, path, key, shape);
    } else if (item === null || (unread?.kind === 'not-modelled' && unread.default === item)) {
      continue;
    } else if (unread !== undefined) {
      const code = unread.kind === 'read-only' ? 'read-only-key' : 'not-modelled';
      const parameters = { path: pathText(memberPath) };
      check.diagnostics.push(
        documentDiagnostic(code, keySpanOf(memberPath), parameters, { source }),
      );
    } else {
      result[key] = withKnownKeys(check, member, item, memberPath);
    }
  }
  return result;
}

function valueAt(value: unknown, path: DocumentPath): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}

function schemaAt(root: z.ZodType, value: unknown, path: DocumentPath): z.ZodType | undefined {
  let schema: z.ZodType = root;
  let current = value;
  for (const step of path) {
    const { shape, element, valueType } = definitionOf(unwrapped(schema, current));
    const next = typeof step === 'number' ? element : (valueType ?? shape?.[step]);
    if (next === undefined) return undefined;
    schema = next;
    current = valueAt(current, [step]);
  }
  return schema;
}

function shownValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  const text = typeof value === 'string' ? `"${value}"` : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

const typeNames: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['tuple', 'a list'],
  ['object', 'an object with keys'],
  ['record', 'an object with keys'],
]);

function boundText(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const [word, bound] =
    issue.code === 'too_small' ? ['at least', issue.minimum] : ['at most', issue.maximum];
  const limit =
    issue.inclusive === false ? (issue.code === 'too_small' ? 'more than' : 'less than') : word;
  if (issue.origin === 'string') return `a text of ${limit} ${bound} characters`;
  if (issue.origin === 'array') return `${limit} ${bound} entries`;
  return `a number of ${limit} ${bound}`;
}

function expectedText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames.get(issue.expected) ?? issue.expected;
    case 'invalid_value':
      return listed(issue.values.map(String));
    case 'too_small':
    case 'too_big':
      return boundText(issue);
    default:
      // Refinements of ours carry what was expected as their message.
      return issue.message;
  }
}

function listed(values: readonly string[]): string {
  return values.length < 2
    ? values.join('')
    : `${values.slice(0, -1).join(', ')} or ${values.at(-1)!}`;
}

/** Turns the findings of zod into ours, with the alternative that was meant in place of all alternatives. */
function addIssue(
  check: Check,
  root: z.ZodType,
  value: unknown,
  issue: z.core.$ZodIssue,
  base: DocumentPath,
): void {
  const local = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const path = [...base, ...local];
  const found = valueAt(value, local);
  // Where one alternative alone has unknown keys and no other fault, zod reports those: unknown keys of the value are gone by now.
  if (issue.code === 'invalid_union' || issue.code === 'unrecognized_keys') {
    const union = schemaAt(root, value, local);
    const holder = union === undefined ? undefined : unwrappedToUnion(union);
    const chosen =
      holder === undefined
        ? undefined
        : (chosenAlternative(holder, found) ??
          (isObject(found) ? kindSchemaOf(holder) : undefined));
    const result = chosen?.safeParse(found);
    if (result?.error !== undefined) {
      for (const inner of result.error.issues) addIssue(check, chosen!, found, inner, path);
      return;
    }
    if (found !== undefined) {
      const expectation = holder === undefined ? undefined : expectationOf(holder);
      const expected = expectation?.text ?? issue.message;
      check.diagnostics.push(
        badValue(check, path, found, expected, nearestKey(found, expectation)),
      );
      return;
    }
  }
  if (found === undefined && path.length > 0) {
    if (!check.suggested.has(pathText(path))) check.diagnostics.push(missingKey(check, path));
    return;
  }
  const near =
    issue.code === 'invalid_value' && typeof found === 'string'
      ? nearestName(found, issue.values.map(String))
      : undefined;
  check.diagnostics.push(badValue(check, path, found, expectedText(issue), near));
}

/** The key that one of an object's keys was probably meant to be. */
function nearestKey(value: unknown, expectation: Expectation | undefined): string | undefined {
  if (!isObject(value) || expectation === undefined) return undefined;
  for (const key of Object.keys(value)) {
    const near = nearestName(key, expectation.keys);
    if (near !== undefined) return near;
  }
  return undefined;
}

/** A long value is marked in its first line only. */
function firstLine(check: Check, span: Span): Span {
  const stop = check.document.source.text.indexOf('\n', span.start);
  return { start: span.start, end: stop < 0 ? span.end : Math.min(span.end, stop) };
}

function missingKey(check: Check, path: DocumentPath): Diagnostic {
  const { source, spanOf, keySpanOf } = check.document;
  const parent = path.slice(0, -1);
  const keySpan = parent.length === 0 ? { start: 0, end: 0 } : keySpanOf(parent);
  const span = keySpan.end > keySpan.start ? keySpan : spanOf(parent);
  const parameters = { key: String(path.at(-1)), place: pathText(parent) };
  return documentDiagnostic('missing-key', firstLine(check, span), parameters, { source });
}

function badValue(
  check: Check,
  path: DocumentPath,
  found: unknown,
  expected: string,
  near?: string,
): Diagnostic {
  const { source, spanOf } = check.document;
  const place = path.length === 0 ? 'the file' : pathText(path);
  const parameters = { place, found: shownValue(found), expected };
  const help = near === undefined ? {} : { help: `did you mean ${near}?` };
  const span = firstLine(check, spanOf(path));
  return documentDiagnostic('bad-value', span, parameters, { source, ...help });
}

/** Takes optional and the like off a schema, down to the one that has alternatives. */
function unwrappedToUnion(schema: z.ZodType): z.ZodType {
  let current = schema;
  while (expectationOf(current) === undefined) {
    const definition = definitionOf(current);
    const inner = definition.innerType ?? definition.in;
    if (inner === undefined) return current;
    current = inner;
  }
  return current;
}

/**
 * Checks a document against a schema. Unknown keys, missing keys and wrong values are errors at their places, each with what
 * was expected and the nearest valid name. `synonyms` are other names of keys, for suggestions.
 */
export function checkDocument<T>(
  document: TextDocument,
  schema: z.ZodType<T>,
  synonyms: ReadonlyMap<string, string> = new Map(),
): DiagnosticResult<T> {
  const check: Check = { document, synonyms, diagnostics: [], suggested: new Set() };
  const value = withKnownKeys(check, schema, document.value, []);
  const result = schema.safeParse(value);
  for (const issue of result.error?.issues ?? []) addIssue(check, schema, value, issue, []);
  const diagnostics = check.diagnostics.toSorted((a, b) => a.span.start - b.span.start);
  if (!result.success || hasErrors(diagnostics)) return { diagnostics };
  return { value: result.data, diagnostics };
}
