import type { Span } from '../base/text/source-text.js';
import type { Expression, Statement } from '../parser/ast.js';
import type { FormulaDocument } from './formula-document.js';

/** Every expression of a formula, outer ones before those inside them. Depth is bounded by the limit on nesting. */
export function syntaxNodes({ syntax }: FormulaDocument): Expression[] {
  return (syntax?.statements ?? []).flatMap((statement) => rootsOf(statement).flatMap(nodesOf));
}

function rootsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'assignment':
      return [statement.value];
    case 'expression':
      return [statement.expression];
    case 'broken':
      return [];
  }
}

function nodesOf(expression: Expression): Expression[] {
  return [expression, ...childrenOf(expression).flatMap(nodesOf)];
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'string':
    case 'name':
    case 'invalid':
      return [];
    case 'parenthesized':
      return [expression.expression];
    case 'vector':
      return expression.elements;
    case 'call':
      return expression.arguments;
    case 'access':
      return [
        expression.receiver,
        ...expression.accesses.flatMap((access) =>
          access.kind === 'method' ? access.arguments : [],
        ),
      ];
    case 'unary':
      return [expression.operand];
    case 'chain':
      return [expression.first, ...expression.links.map(({ right }) => right)];
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
  }
}

/** Ranges around an offset from the innermost expression to the whole text, each larger than the one before. */
export function selectionRanges(document: FormulaDocument, offset: number): Span[] {
  const { source, syntax, tokens } = document;
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const token = tokens.find(({ span }) => span.start <= offset && offset < span.end);
  const spans = [
    ...(token === undefined ? [] : [token.span]),
    ...syntaxNodes(document).map(({ span }) => span),
    ...(syntax?.statements ?? []).map(({ span }) => span),
    { start: 0, end: source.text.length },
  ].filter(holds);
  const length = ({ start, end }: Span): number => end - start;
  const growing: Span[] = [];
  for (const span of spans.sort((a, b) => length(a) - length(b))) {
    const last = growing.at(-1);
    const encloses = last === undefined || (span.start <= last.start && last.end <= span.end);
    if (encloses && (last === undefined || length(span) > length(last))) growing.push(span);
  }
  return growing;
}
