import type { SourceText, Span } from '../base/text/source-text.js';
import type { BinaryOperator, UnaryOperator } from '../language/operators.js';
import type { CommentKind } from '../lexer/comment-kind.js';

/** The syntax tree of a formula. Spans are UTF-16 offsets. Nothing in it is resolved or typed. */
export interface FormulaSyntax {
  readonly source: SourceText;
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
}

export interface Comment {
  readonly kind: CommentKind;
  readonly text: string;
  readonly span: Span;
}

/** Spans of statements leave the semicolon out. */
export type Statement =
  | {
      readonly kind: 'assignment';
      readonly name: Name;
      readonly value: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly span: Span }
  /** A statement that could not be read; its error is among the diagnostics. */
  | {
      readonly kind: 'broken';
      /** The variable that it would have assigned, so that later uses are not reported as well. */
      readonly assigns?: Name;
      /** The statement itself where only an operator of another language (`%`) is wrong with it. */
      readonly readable?: Statement;
      readonly span: Span;
    };

export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** One more operand of a chain of operators on one level of precedence. */
export interface ChainLink {
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly right: Expression;
}

/** A method call or a member after its receiver. */
export type Access =
  | { readonly kind: 'member'; readonly name: Name }
  | {
      readonly kind: 'method';
      readonly name: Name;
      readonly arguments: readonly Expression[];
      /** The opening parenthesis: the service names its column when samples are missing (recorded). */
      readonly parenthesis: Span;
      readonly span: Span;
    };

/**
 * Expressions. Chains (`a + b - c`), runs of unary operators and runs of accesses are flat lists, so that no traversal
 * recurses deeper than the nesting of parentheses and ternaries.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  | { readonly kind: 'parenthesized'; readonly expression: Expression; readonly span: Span }
  | { readonly kind: 'vector'; readonly elements: readonly Expression[]; readonly span: Span }
  | {
      readonly kind: 'call';
      readonly name: Name;
      readonly arguments: readonly Expression[];
      readonly parenthesis: Span;
      readonly span: Span;
    }
  | {
      readonly kind: 'access';
      readonly receiver: Expression;
      readonly accesses: readonly Access[];
      readonly span: Span;
    }
  | {
      readonly kind: 'unary';
      /** Outermost first. */
      readonly operators: readonly { readonly operator: UnaryOperator; readonly span: Span }[];
      readonly operand: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: 'chain';
      readonly first: Expression;
      readonly links: readonly ChainLink[];
      readonly span: Span;
    }
  | {
      readonly kind: 'conditional';
      readonly condition: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
      readonly span: Span;
    }
  /** A token that no formula can hold; its error is among the diagnostics. */
  | { readonly kind: 'invalid'; readonly span: Span };
