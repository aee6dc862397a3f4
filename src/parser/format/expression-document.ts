import type { IToken } from 'chevrotain';

import type { Access, Expression, Statement } from '../ast.js';
import {
  comment,
  group,
  hardLine,
  indent,
  line,
  sequence,
  softLine,
  space,
  text,
  type Document,
} from './document.js';
import type { GapComments } from './gap-comments.js';

/**
 * Walks over the tokens of a statement in step with its tree, so that every token is printed once, in order and as it is
 * written. `breakable` collects the gaps where the layout can end a line, which is where comments can stand.
 */
export interface TokenWalk {
  readonly tokens: readonly IToken[];
  readonly comments: GapComments;
  readonly breakable: Set<number>;
  /** Index of the next token. */
  at: number;
}

/** The statement without its semicolon. */
export function statementDocument(
  walk: TokenWalk,
  statement: Exclude<Statement, { kind: 'broken' }>,
): Document {
  if (statement.kind === 'expression') return expressionDocument(walk, statement.expression);
  const name = take(walk);
  const equal = take(walk, 'space-before');
  const comments = standingComments(walk);
  const value = expressionDocument(walk, statement.value);
  const placed =
    comments === undefined
      ? sequence([space, value])
      : sequence([comments, indent(hardLine, value)]);
  return group(name, equal, placed);
}

function expressionDocument(walk: TokenWalk, expression: Expression): Document {
  switch (expression.kind) {
    case 'number':
    case 'string':
    case 'name':
    case 'invalid':
      return take(walk);
    case 'parenthesized': {
      const open = take(walk);
      const first = breakPoint(walk, softLine);
      const { expression: inner } = expression;
      const content =
        inner.kind === 'chain'
          ? sequence(chainParts(walk, inner))
          : expressionDocument(walk, inner);
      return group(open, ...closed(walk, [first, content]));
    }
    case 'vector':
      return listDocument(walk, expression.elements);
    case 'call':
      return sequence([take(walk), listDocument(walk, expression.arguments)]);
    case 'access':
      return accessDocument(walk, expression.receiver, expression.accesses);
    case 'unary':
      return sequence([
        ...expression.operators.map(() => take(walk)),
        expressionDocument(walk, expression.operand),
      ]);
    case 'chain': {
      const [first, ...links] = chainParts(walk, expression);
      return group(first!, indent(...links));
    }
    case 'conditional':
      return conditionalDocument(walk, expression);
  }
}

/** First operand, then the end of a line, operator and operand of each link. */
function chainParts(
  walk: TokenWalk,
  { first, links }: Extract<Expression, { kind: 'chain' }>,
): Document[] {
  const parts = [expressionDocument(walk, first)];
  for (const link of links) {
    parts.push(breakPoint(walk, line), take(walk), space, expressionDocument(walk, link.right));
  }
  return parts;
}

/** Further conditions of `a ? x : b ? y : z` begin behind their `:`, so that a long series does not wander to the right. */
function conditionalDocument(
  walk: TokenWalk,
  expression: Extract<Expression, { kind: 'conditional' }>,
): Document {
  const condition = conditionDocument(walk, expression.condition);
  const branches: Document[] = [];
  let current: Expression = expression;
  while (current.kind === 'conditional') {
    if (current !== expression) branches.push(conditionDocument(walk, current.condition));
    branches.push(breakPoint(walk, line), take(walk), space);
    branches.push(expressionDocument(walk, current.whenTrue));
    branches.push(breakPoint(walk, line), take(walk), space);
    current = current.whenFalse;
  }
  branches.push(expressionDocument(walk, current));
  return group(condition, indent(...branches));
}

/** A condition of several lines stands one level deeper than its branches. */
function conditionDocument(walk: TokenWalk, condition: Expression): Document {
  const document = expressionDocument(walk, condition);
  return condition.kind === 'chain' ? indent(document) : document;
}

function accessDocument(
  walk: TokenWalk,
  receiver: Expression,
  accesses: readonly Access[],
): Document {
  const parts = [expressionDocument(walk, receiver)];
  for (const [index, access] of accesses.entries()) {
    // `5.hour` would be read as the number `5.` and a name.
    const apart = index === 0 && receiver.kind === 'number';
    parts.push(take(walk, apart ? 'space-before' : 'closing'), take(walk, 'closing'));
    if (access.kind === 'method') parts.push(listDocument(walk, access.arguments));
  }
  return sequence(parts);
}

/** Arguments or elements with the parentheses or brackets around them. */
function listDocument(walk: TokenWalk, elements: readonly Expression[]): Document {
  const open = take(walk, 'closing');
  if (elements.length === 0) return group(open, ...closed(walk, []));
  const content: Document[] = [];
  for (const [index, element] of elements.entries()) {
    if (index > 0) content.push(take(walk, 'closing'));
    content.push(breakPoint(walk, index > 0 ? line : softLine), expressionDocument(walk, element));
  }
  return group(open, ...closed(walk, content));
}

/** The content one level deeper, and the closing parenthesis or bracket. */
function closed(walk: TokenWalk, content: readonly Document[]): Document[] {
  const comments = standingComments(walk);
  const last = comments !== undefined ? hardLine : content.length > 0 ? softLine : undefined;
  const inner = comments === undefined ? content : [...content, comments];
  return [indent(...inner), ...(last === undefined ? [] : [last]), take(walk, 'closing')];
}

/** A place where a line may end; it must where comments stand. */
function breakPoint(walk: TokenWalk, otherwise: Document): Document {
  const comments = standingComments(walk);
  return comments === undefined ? otherwise : sequence([comments, hardLine]);
}

/** The comments of the current gap that end a line, without the end of the last one. */
function standingComments(walk: TokenWalk): Document | undefined {
  walk.breakable.add(walk.at);
  const standing = walk.comments.get(walk.at)?.filter(({ place }) => place !== 'inline') ?? [];
  if (standing.length === 0) return undefined;
  return sequence(
    standing.flatMap(({ place, text: content }) =>
      place === 'trailing' ? [comment(` ${content}`)] : [hardLine, comment(content)],
    ),
  );
}

type Spacing = 'opening' | 'closing' | 'space-before';

/** The next token with the inline comments before it; a closing one has its space before them, others behind. */
function take(walk: TokenWalk, spacing: Spacing = 'opening'): Document {
  const { image } = walk.tokens[walk.at]!;
  const comments = walk.comments.get(walk.at)?.filter(({ place }) => place === 'inline') ?? [];
  walk.at++;
  const parts = comments.flatMap(({ text: content }) =>
    spacing === 'opening' ? [text(content), space] : [space, text(content)],
  );
  if (spacing === 'space-before') parts.push(space);
  return sequence([...parts, text(image)]);
}
