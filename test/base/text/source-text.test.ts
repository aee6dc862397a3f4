import { expect, it } from 'vitest';

import { renderDiagnostic } from '../../../src/base/diagnostics/render.js';
import { createLineTable } from '../../../src/base/text/source-text.js';

it('counts lines at \\n only and columns in UTF-16 units, a tab and a carriage return as one', () => {
  const text = 'ab\r\n\tc\u{1f600}d\n\nlast';
  const table = createLineTable(text);
  const at = (part: string) => table.position(text.indexOf(part));
  expect(at('b')).toEqual({ line: 1, column: 2 });
  expect(at('\r')).toEqual({ line: 1, column: 3 });
  expect(at('c')).toEqual({ line: 2, column: 2 });
  expect(at('d')).toEqual({ line: 2, column: 5 });
  expect(at('last')).toEqual({ line: 4, column: 1 });
  expect(table.position(text.length)).toEqual({ line: 4, column: 5 });
  expect(table.lineText(1)).toBe('ab');
});

it('frames a diagnostic with its line and a marker under the range', () => {
  const text = 'a = 1;\n\tb = $PendingTask;';
  const start = text.indexOf('$');
  const frame = renderDiagnostic({
    code: 'undefined-variable',
    severity: 'error',
    message: 'no variable named $PendingTask',
    span: { start, end: start + '$PendingTask'.length },
    source: { name: 'x.autoscale', text },
    help: 'did you mean $PendingTasks?',
  });
  expect(frame).toBe(
    [
      'error[undefined-variable]: no variable named $PendingTask',
      ' --> x.autoscale:2:6',
      '  |',
      '2 | \tb = $PendingTask;',
      '  | \t    ^^^^^^^^^^^^',
      '   = help: did you mean $PendingTasks?',
    ].join('\n'),
  );
});
