import {
  defaultParserErrorProvider,
  EmbeddedActionsParser,
  type IToken,
  type ParserMethod,
} from 'chevrotain';

import type { Span } from '../base/text/source-text.js';
import type { UnaryOperator } from '../language/operators.js';
import * as t from '../lexer/tokens.js';
import type { Access, Expression, Name, Statement } from './ast.js';
import { chainsOf, type OperatorStep } from './operator-levels.js';

function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}

function between(first: Span, last: Span): Span {
  return { start: first.start, end: last.end };
}

function nameOf(token: IToken): Name {
  return { text: token.image, span: spanOf(token) };
}

type Rule = ParserMethod<[], Expression>;

interface ArgumentList {
  readonly values: Expression[];
  readonly parenthesis: Span;
  readonly end: Span;
}

/**
 * The grammar, one statement at a time: semicolons stand nowhere else, so the caller splits there and one broken statement
 * cannot take others with it. Rules build the tree as they go. Tokens that no formula can hold are read as operands and
 * collected in `strays`, so that each gets a message of its own.
 */
export class FormulaGrammar extends EmbeddedActionsParser {
  /** Tokens read where they cannot stand; the caller turns them into diagnostics. */
  strays: IToken[] = [];

  constructor() {
    super(t.allTokens, {
      maxLookahead: 2,
      recoveryEnabled: false,
      errorMessageProvider: {
        ...defaultParserErrorProvider,
        buildMismatchTokenMessage: ({ expected }) => expected.LABEL ?? expected.name,
      },
    });
    this.performSelfAnalysis();
  }

  public statement: ParserMethod<[], Statement> = this.RULE<() => Statement>('statement', () =>
    this.OR<Statement>([
      {
        ALT: () => {
          const name = nameOf(this.CONSUME(t.Identifier));
          this.CONSUME(t.Equal);
          const value = this.SUBRULE(this.expression);
          return this.ACTION(() => ({
            kind: 'assignment',
            name,
            value,
            span: between(name.span, value.span),
          }));
        },
      },
      {
        ALT: () => {
          const expression = this.SUBRULE1(this.expression);
          return this.ACTION(() => ({ kind: 'expression', expression, span: expression.span }));
        },
      },
    ]),
  );

  public expression: Rule = this.RULE<() => Expression>('expression', () => {
    const condition = this.SUBRULE(this.operation);
    let result = condition;
    this.OPTION(() => {
      this.CONSUME(t.Question);
      const whenTrue = this.SUBRULE(this.expression);
      this.CONSUME(t.Colon);
      const whenFalse = this.SUBRULE1(this.expression);
      this.ACTION(() => {
        const span = between(condition.span, whenFalse.span);
        result = { kind: 'conditional', condition, whenTrue, whenFalse, span };
      });
    });
    return result;
  });

  /** Operators of all levels in one rule: a rule for each would stand on the stack once for every open parenthesis. */
  private operation: Rule = this.RULE<() => Expression>('operation', () => {
    const first = this.SUBRULE(this.operand);
    const steps: OperatorStep[] = [];
    this.MANY(() => {
      const operator = this.CONSUME(t.BinaryOperator);
      if (operator.tokenType === t.ForeignOperator) this.stray(operator);
      const right = this.SUBRULE1(this.operand);
      steps.push({ operator, right });
    });
    return this.ACTION(() => chainsOf(first, steps));
  });

  private operand: Rule = this.RULE<() => Expression>('operand', () => {
    const operators: { operator: UnaryOperator; span: Span }[] = [];
    this.MANY(() => {
      const token = this.CONSUME(t.PrefixOperator);
      operators.push({ operator: token.image as UnaryOperator, span: spanOf(token) });
    });
    const receiver = this.SUBRULE(this.primary);
    const accesses: Access[] = [];
    let end: Span = { start: 0, end: 0 };
    this.MANY1(() => {
      this.CONSUME(t.Dot);
      const name = nameOf(this.CONSUME(t.Identifier));
      let access: Access = { kind: 'member', name };
      end = name.span;
      this.OPTION(() => {
        const list = this.SUBRULE(this.argumentList);
        this.ACTION(() => {
          const span = between(name.span, list.end);
          access = {
            kind: 'method',
            name,
            arguments: list.values,
            parenthesis: list.parenthesis,
            span,
          };
          end = list.end;
        });
      });
      accesses.push(access);
    });
    return this.ACTION(() => {
      const operand: Expression =
        accesses.length === 0
          ? receiver
          : { kind: 'access', receiver, accesses, span: between(receiver.span, end) };
      if (operators.length === 0) return operand;
      const span = between(operators[0]!.span, operand.span);
      return { kind: 'unary', operators, operand, span };
    });
  });

  private primary: Rule = this.RULE<() => Expression>('primary', () =>
    this.OR<Expression>({
      ERR_MSG: 'an expression',
      DEF: [
        {
          ALT: () => {
            const name = nameOf(this.CONSUME(t.Identifier));
            let result: Expression = { kind: 'name', name: name.text, span: name.span };
            this.OPTION(() => {
              const list = this.SUBRULE(this.argumentList);
              this.ACTION(() => {
                const { values, parenthesis } = list;
                const span = between(name.span, list.end);
                result = { kind: 'call', name, arguments: values, parenthesis, span };
              });
            });
            return result;
          },
        },
        { ALT: () => this.numberOf(this.CONSUME(t.PlainNumber)) },
        { ALT: () => this.numberOf(this.stray(this.CONSUME(t.ExtendedNumber))) },
        { ALT: () => this.stringOf(this.CONSUME(t.Text)) },
        { ALT: () => this.stringOf(this.stray(this.CONSUME(t.SingleQuotedText))) },
        {
          ALT: () => {
            const start = spanOf(this.CONSUME(t.LeftParenthesis));
            const expression = this.SUBRULE(this.expression);
            const end = spanOf(this.CONSUME(t.RightParenthesis));
            return { kind: 'parenthesized', expression, span: between(start, end) };
          },
        },
        { ALT: () => this.SUBRULE(this.vector) },
        { ALT: () => this.invalid(this.CONSUME(t.HostText)) },
        { ALT: () => this.invalid(this.CONSUME(t.InvalidCharacter)) },
      ],
    }),
  );

  private argumentList: ParserMethod<[], ArgumentList> = this.RULE('argumentList', () => {
    const parenthesis = spanOf(this.CONSUME(t.LeftParenthesis));
    const values: Expression[] = [];
    this.MANY_SEP({
      SEP: t.Comma,
      DEF: () => {
        values.push(this.SUBRULE(this.expression));
      },
    });
    const end = spanOf(this.CONSUME(t.RightParenthesis));
    return { values, parenthesis, end };
  });

  private vector: Rule = this.RULE<() => Expression>('vector', () => {
    const start = this.stray(this.CONSUME(t.LeftBracket));
    const elements: Expression[] = [];
    this.MANY_SEP({
      SEP: t.Comma,
      DEF: () => {
        elements.push(this.SUBRULE(this.expression));
      },
    });
    const end = spanOf(this.CONSUME(t.RightBracket));
    return { kind: 'vector', elements, span: between(spanOf(start), end) };
  });

  private stray(token: IToken): IToken {
    this.ACTION(() => this.strays.push(token));
    return token;
  }

  private invalid(token: IToken): Expression {
    this.stray(token);
    return { kind: 'invalid', span: spanOf(token) };
  }

  private numberOf(token: IToken): Expression {
    return { kind: 'number', value: Number(token.image), span: spanOf(token) };
  }

  private stringOf(token: IToken): Expression {
    return { kind: 'string', value: token.image.slice(1, -1), span: spanOf(token) };
  }
}
