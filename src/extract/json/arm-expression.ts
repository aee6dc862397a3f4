import type { HostLiteral, HostValue } from '../literal/host-literal.js';
import { jsonLiteral, encodeJson } from '../literal/json-text.js';
import {
  cookText,
  createPieceList,
  type CookedText,
  type PieceList,
} from '../literal/piece-list.js';
import { parseArmExpression, type ArmExpression } from './arm-syntax.js';
import type { JsonString } from './json-strings.js';

/** What expressions of a template can refer to. */
export interface ArmScope {
  /** Whether strings in brackets are expressions: the file is an ARM template. */
  readonly isTemplate: boolean;
  /** Literal variables and defaults of parameters, by `variables.x` or `parameters.x` in lower case. */
  readonly values: ReadonlyMap<string, JsonString>;
}

/** A value with an address of its own where it stands in a variable or a parameter. */
export interface ArmValue {
  readonly address?: string;
  readonly value: HostValue;
}

export function readArmScope(strings: readonly JsonString[]): ArmScope {
  const values = new Map<string, JsonString>();
  let isTemplate = false;
  for (const found of strings) {
    const { path, value } = found;
    const [section, name, member] = path;
    if (path.length === 1 && section === '$schema')
      isTemplate ||= /deploymentTemplate\.json/i.test(value);
    if (path.at(-1) === 'type') isTemplate ||= /^Microsoft\.\w+\//i.test(value);
    if (section === 'variables' && path.length === 2) {
      values.set(`variables.${String(name).toLowerCase()}`, found);
    } else if (section === 'parameters' && path.length === 3 && member === 'defaultValue') {
      values.set(`parameters.${String(name).toLowerCase()}`, found);
    }
  }
  return { isTemplate, values };
}

/** `[...]` is an expression, `[[...` the text `[...`. */
export function isArmExpression(text: string): boolean {
  return text.startsWith('[') && text.endsWith(']');
}

const maximumReferences = 20;

/** The values that an expression can have: several where it chooses between literals. */
export function armValue(
  hostText: string,
  literal: HostLiteral,
  scope: ArmScope,
  references: number = 0,
): readonly ArmValue[] {
  const cooked = cookText(hostText, literal.pieces);
  if (cooked.text.startsWith('[[')) {
    const pieces = cooked.slice({ start: 1, end: cooked.text.length });
    return [{ value: { ...literal, pieces } }];
  }
  const expression = parseArmExpression(cooked.text);
  const dynamic = (reason: string): readonly ArmValue[] => [
    { value: { kind: 'dynamic', host: literal.host, reason } },
  ];
  if (expression === undefined) return dynamic('an expression that cannot be read');
  return valuesOf(expression);

  function valuesOf(from: ArmExpression): readonly ArmValue[] {
    if (from.kind === 'other') return dynamic('the value of an expression');
    if (from.kind === 'text') return [{ value: textLiteral(cooked, from, literal) }];
    const { name, arguments: given } = from;
    const [first, ...rest] = given;
    switch (name) {
      case 'concat':
        return [{ value: concatenated(cooked, given, literal) }];
      case 'format':
        return first?.kind === 'text'
          ? [{ value: formatted(cooked, first, literal) }]
          : dynamic('format() of a computed text');
      case 'if':
        return rest.flatMap(valuesOf);
      case 'variables':
      case 'parameters':
        return referred(name, first);
      default:
        return dynamic(`the result of ${name}()`);
    }
  }

  function referred(section: string, argument: ArmExpression | undefined): readonly ArmValue[] {
    if (argument?.kind !== 'text') return dynamic(`the value of ${section}()`);
    const { start, end } = argument.range;
    const name = cooked.text.slice(start + 1, end - 1);
    const found = scope.values.get(`${section}.${name.toLowerCase()}`);
    if (found === undefined || references >= maximumReferences) {
      return dynamic(`the value of ${section}('${name}')`);
    }
    const target = jsonLiteral(hostText, found.host);
    const address = `${section}.${String(found.path[1])}`;
    if (!isArmExpression(found.value)) return [{ address, value: target }];
    return armValue(hostText, target, scope, references + 1).map((each) => ({ address, ...each }));
  }
}

function encodeText(text: string): string {
  return encodeJson(text.replaceAll("'", "''"));
}

function addText(list: PieceList, cooked: CookedText, start: number, end: number): void {
  let at = start;
  for (let quote = cooked.text.indexOf("''", at); quote >= 0 && quote < end;) {
    list.add(cooked.slice({ start: at, end: quote }));
    const host = cooked.toHost({ start: quote, end: quote + 2 });
    list.escape(host.start, host.end, "'");
    at = quote + 2;
    quote = cooked.text.indexOf("''", at);
  }
  list.add(cooked.slice({ start: at, end }));
}

function textLiteral(
  cooked: CookedText,
  { range }: ArmExpression,
  { host }: HostLiteral,
): HostLiteral {
  const list = createPieceList();
  addText(list, cooked, range.start + 1, range.end - 1);
  return { kind: 'literal', host, pieces: list.pieces, encode: encodeText };
}

function concatenated(
  cooked: CookedText,
  given: readonly ArmExpression[],
  { host }: HostLiteral,
): HostLiteral {
  const list = createPieceList();
  for (const { kind, range } of given) {
    if (kind === 'text') {
      addText(list, cooked, range.start + 1, range.end - 1);
    } else {
      const place = cooked.toHost(range);
      list.hole(place.start, place.end);
    }
  }
  return { kind: 'literal', host, pieces: list.pieces, encode: encodeText };
}

/** `format('min({0}, {1})', ...)`: placeholders are holes, doubled braces are braces. */
function formatted(
  cooked: CookedText,
  { range }: ArmExpression,
  { host }: HostLiteral,
): HostLiteral {
  const list = createPieceList();
  const end = range.end - 1;
  let at = range.start + 1;
  for (const match of cooked.text.slice(at, end).matchAll(/\{\{|\}\}|\{\d+[^{}]*\}/g)) {
    const start = range.start + 1 + match.index;
    addText(list, cooked, at, start);
    at = start + match[0].length;
    const place = cooked.toHost({ start, end: at });
    if (match[0] === '{{' || match[0] === '}}') list.escape(place.start, place.end, match[0][0]!);
    else list.hole(place.start, place.end);
  }
  addText(list, cooked, at, end);
  const encode = (text: string): string => encodeText(text.replace(/[{}]/g, '$&$&'));
  return { kind: 'literal', host, pieces: list.pieces, encode };
}
