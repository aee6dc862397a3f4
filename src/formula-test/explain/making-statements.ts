import type { TypedExpression, TypedStatement } from '../../checker/typed-program.js';
import { partsOf } from '../../checker/parts-of.js';
import type { TargetName } from '../../language/variables.js';

/** What is to be explained. */
export type Subject =
  | { readonly kind: 'target'; readonly target: TargetName }
  | { readonly kind: 'deallocation' }
  | { readonly kind: 'variable'; readonly name: string }
  /** The statement in which the evaluation failed. */
  | { readonly kind: 'failure' }
  | { readonly kind: 'everything' };

/** A key that is the same for every spelling of a variable. */
type Key = string;

const deallocationKey = '$NodeDeallocationOption';

function assignedKey(statement: TypedStatement): Key | undefined {
  if (statement.kind === 'expression') return undefined;
  const { destination } = statement;
  switch (destination.kind) {
    case 'user':
      return `user ${destination.index}`;
    case 'target':
      return destination.target;
    case 'deallocation':
      return deallocationKey;
  }
}

/** An old or short name gives way to the full one, whatever the order (documented). */
function isAlias(statement: TypedStatement): boolean {
  return (
    statement.kind === 'assignment' &&
    statement.destination.kind !== 'user' &&
    statement.destination.alias
  );
}

function readKeys(expression: TypedExpression, found: Set<Key>): void {
  if (expression.kind === 'userVariable') found.add(`user ${expression.index}`);
  if (expression.kind === 'target') found.add(expression.target);
  if (expression.kind === 'deallocationVariable') found.add(deallocationKey);
  for (const part of partsOf(expression)) readKeys(part, found);
}

function keyOf(
  subject: Extract<Subject, { kind: 'target' | 'deallocation' | 'variable' }>,
  userVariables: readonly string[],
): Key {
  switch (subject.kind) {
    case 'target':
      return subject.target;
    case 'deallocation':
      return deallocationKey;
    case 'variable': {
      const exact = userVariables.indexOf(subject.name);
      const wanted = subject.name.toLowerCase();
      const index =
        exact >= 0 ? exact : userVariables.findIndex((name) => name.toLowerCase() === wanted);
      return `user ${index}`;
    }
  }
}

/**
 * The statements that made what is to be explained, in order: the assignment that counts, and those that made the variables it
 * reads. `executed` is the number of statements that ran, a failed one included.
 */
export function makingStatements(
  statements: readonly TypedStatement[],
  userVariables: readonly string[],
  executed: number,
  subject: Subject,
): readonly TypedStatement[] {
  if (subject.kind === 'everything') return statements.slice(0, executed);
  const chosen = new Set<number>();
  const choose = (index: number): void => {
    if (index < 0 || chosen.has(index)) return;
    chosen.add(index);
    const reads = new Set<Key>();
    readKeys(statements[index]!.value, reads);
    for (const key of reads) choose(lastAssignment(statements, key, index));
  };
  if (subject.kind === 'failure') choose(executed - 1);
  else choose(lastAssignment(statements, keyOf(subject, userVariables), executed));
  return [...chosen].sort((a, b) => a - b).map((index) => statements[index]!);
}

function lastAssignment(statements: readonly TypedStatement[], key: Key, before: number): number {
  const isOne = (statement: TypedStatement): boolean => assignedKey(statement) === key;
  const earlier = statements.slice(0, before);
  const full = earlier.findLastIndex((statement) => isOne(statement) && !isAlias(statement));
  return full >= 0 ? full : earlier.findLastIndex(isOne);
}
