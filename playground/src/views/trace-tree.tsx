import type { JSX } from 'preact';

import type { TracedStatement, TracedValue } from '../worker/messages.js';

interface TraceTreeProps {
  readonly formula: string;
  readonly statements: readonly TracedStatement[];
}

/** Each statement with its value; opened, the values of its parts, each below the expression that it belongs to. */
export function TraceTree({ formula, statements }: TraceTreeProps): JSX.Element {
  return (
    <ol class="trace">
      {statements.map((statement) => (
        <li key={statement.start}>
          <details>
            <summary>
              <code>{oneLine(formula, statement)}</code>
              <span class="value">{statement.values.at(-1)?.value}</span>
            </summary>
            <ul>
              {nested(formula, statement.values).map(({ value, depth }, place) => (
                <li key={place} style={{ marginInlineStart: `${depth}rem` }}>
                  <code>{oneLine(formula, value)}</code>
                  <span class="value">{value.value}</span>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ol>
  );
}

function oneLine(formula: string, { start, end }: { start: number; end: number }): string {
  return formula.slice(start, end).replace(/\s+/g, ' ');
}

/** Outer expressions first, with their depth. What is written as its own value, as a plain number, is left out. */
function nested(
  formula: string,
  values: readonly TracedValue[],
): { value: TracedValue; depth: number }[] {
  const sorted = values
    .filter((value) => oneLine(formula, value) !== value.value)
    .map((value, order) => ({ value, order }))
    .sort(
      (a, b) => a.value.start - b.value.start || b.value.end - a.value.end || b.order - a.order,
    );
  const open: TracedValue[] = [];
  return sorted.map(({ value }) => {
    while (open.length > 0 && open.at(-1)!.end < value.end) open.pop();
    const depth = open.length;
    open.push(value);
    return { value, depth };
  });
}
