import type { Span } from '../../base/text/source-text.js';
import type { HostLiteral } from '../literal/host-literal.js';

/** What the code of a host language writes where a formula is expected, as far as it can be read without running it. */
export type CodeExpression =
  | {
      readonly kind: 'literal';
      readonly literal: HostLiteral;
      /** Literals of one form are escaped alike, so that joined ones can be edited. */
      readonly form: string;
    }
  /** Parts one after the other (`a + b`), or lines with a separator between them (`join`). */
  | {
      readonly kind: 'joined';
      readonly host: Span;
      readonly parts: readonly CodeExpression[];
      readonly separator: string;
    }
  /** A text with placeholders that a function fills in. */
  | {
      readonly kind: 'format';
      readonly host: Span;
      readonly text: CodeExpression;
      readonly placeholders: Placeholders;
    }
  | { readonly kind: 'name'; readonly host: Span; readonly name: string }
  | { readonly kind: 'choice'; readonly host: Span; readonly options: readonly CodeExpression[] }
  | { readonly kind: 'file'; readonly host: Span; readonly path: string }
  | { readonly kind: 'computed'; readonly host: Span; readonly reason: string };

/** `braces`: `{0}` and `{{`; `percent`: `%d` and `%%`; a text: what `replace` is told to replace. */
export type Placeholders = 'braces' | 'percent' | { readonly text: string };

/** A value that the code gives to a name: a variable, an argument, a property, an element of a dictionary. */
export interface Binding {
  readonly kind: 'variable' | 'argument';
  readonly name: string;
  readonly value: Span;
  /** Reads the value; only called where it may be a formula. */
  readonly read: () => CodeExpression;
  /** The function, method or class in which it stands; two variables of one name in different scopes are two. */
  readonly scope: string;
  /** Line of the binding, from 0. */
  readonly line: number;
  /** Whether it adds to what the name has (`+=`). */
  readonly appends: boolean;
  /** Where it stands for a person; its name where it is absent. */
  readonly address?: string;
}

/** A string of the code, with the whole expression that it is part of. */
export interface CodeString {
  readonly host: Span;
  /** The whole expression: joined and formatted parts included. */
  readonly whole: Span;
  readonly read: () => CodeExpression;
  readonly line: number;
}

/** What the discovery of formulas needs to know of a file. */
export interface CodeFile {
  readonly bindings: readonly Binding[];
  readonly strings: readonly CodeString[];
  /** Lines that a marker comment announces, from 0. */
  readonly marked: ReadonlySet<number>;
}

export function expressionSpan(expression: CodeExpression): Span {
  return expression.kind === 'literal' ? expression.literal.host : expression.host;
}
