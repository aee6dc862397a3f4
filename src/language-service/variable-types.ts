import type { Span } from '../base/text/source-text.js';
import type { StaticType } from '../language/static-type.js';
import type { FormulaDocument } from './formula-document.js';
import { occurrences, type Occurrence } from './symbols.js';

export interface VariableTypes {
  /** Type of a user variable where it stands: of this assignment, or of the last one before it. */
  readonly typeAt: (occurrence: Occurrence) => StaticType | undefined;
  /** Each assignment of a user variable with the type of its value. */
  readonly assignments: readonly {
    readonly name: Span;
    readonly key: string;
    readonly type: StaticType;
  }[];
}

/** Types of user variables from assignment to assignment. A variable may change its type. */
export function variableTypes(document: FormulaDocument): VariableTypes {
  const typed = document.program?.statements ?? [];
  const writes = occurrences(document).filter(({ kind, write }) => kind === 'user' && write);
  const assignments = writes.flatMap((occurrence) => {
    const statement = typed.find(
      ({ kind, span }) => kind === 'assignment' && span.start === occurrence.span.start,
    );
    return statement === undefined
      ? []
      : [{ name: occurrence.span, key: occurrence.key, type: statement.value.type }];
  });
  return {
    assignments,
    typeAt: ({ key, span, write }) =>
      assignments.findLast(
        (each) =>
          each.key === key &&
          (write ? each.name.start === span.start : each.name.start < span.start),
      )?.type,
  };
}
