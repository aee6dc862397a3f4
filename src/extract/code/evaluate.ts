import type { HostLiteral, HostValue } from '../literal/host-literal.js';
import { createPieceList } from '../literal/piece-list.js';
import { expressionSpan, type CodeExpression } from './code-expression.js';
import { formatLiteral } from './format-pieces.js';

/** Looks up a variable: what it was given, with the address of that place. */
export type NameLookup = (
  name: string,
) => { readonly address: string; readonly expressions: readonly CodeExpression[] } | undefined;

/** A value with an address of its own where it stands in a variable. */
export interface CodeValue {
  readonly address?: string;
  readonly value: HostValue;
}

const maximumSteps = 20;

/** What an expression can be; several values where it chooses between them, or a variable has several. */
export function evaluateCode(
  hostText: string,
  expression: CodeExpression,
  lookup: NameLookup,
  steps: number = 0,
): readonly CodeValue[] {
  switch (expression.kind) {
    case 'literal':
      return [{ value: expression.literal }];
    case 'joined':
    case 'format': {
      const literal = literalOf(hostText, expression);
      const { host } = expression;
      const reason = `the value of ${shortened(hostText.slice(host.start, host.end))}`;
      return [{ value: literal?.literal ?? { kind: 'dynamic', host, reason } }];
    }
    case 'name': {
      const found = steps < maximumSteps ? lookup(expression.name) : undefined;
      if (found === undefined) {
        const reason = `the value of ${expression.name}`;
        return [{ value: { kind: 'dynamic', host: expression.host, reason } }];
      }
      return found.expressions.flatMap((each) =>
        evaluateCode(hostText, each, lookup, steps + 1).map((value) => ({
          address: found.address,
          ...value,
        })),
      );
    }
    case 'choice':
      return expression.options.flatMap((each) => evaluateCode(hostText, each, lookup, steps + 1));
    case 'file':
      return [{ value: expression }];
    case 'computed':
      return [{ value: { kind: 'dynamic', host: expression.host, reason: expression.reason } }];
  }
}

export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 57)}...`;
}

interface FormedLiteral {
  readonly literal: HostLiteral;
  readonly form: string;
}

/** The literal that an expression amounts to; what is no text in it becomes a hole. Undefined where nothing of it is text. */
function literalOf(hostText: string, expression: CodeExpression): FormedLiteral | undefined {
  if (expression.kind === 'literal') return expression;
  if (expression.kind === 'format') {
    const inner = literalOf(hostText, expression.text);
    if (inner === undefined) return undefined;
    const { literal, form } = inner;
    const formatted = formatLiteral(hostText, literal, expression.placeholders);
    return { literal: { ...formatted, host: expression.host }, form: `${form} format` };
  }
  if (expression.kind !== 'joined') return undefined;
  const { host, parts, separator } = expression;
  const list = createPieceList();
  const forms = new Set<string>();
  let encode: HostLiteral['encode'] | undefined;
  let end: number | undefined;
  for (const part of parts) {
    const formed = literalOf(hostText, part);
    const span = expressionSpan(part);
    const start = formed?.literal.pieces[0]?.host.start ?? span.start;
    if (end !== undefined) list.escape(end, Math.max(end, start), separator);
    if (formed === undefined) {
      list.hole(span.start, span.end);
    } else {
      list.add(formed.literal.pieces);
      forms.add(formed.form);
      encode ??= formed.literal.encode;
    }
    end = formed?.literal.pieces.at(-1)?.host.end ?? span.end;
  }
  if (encode === undefined) return undefined;
  const [form = ''] = forms;
  const oneForm = forms.size === 1 ? encode : (): undefined => undefined;
  return { literal: { kind: 'literal', host, pieces: list.pieces, encode: oneForm }, form };
}
