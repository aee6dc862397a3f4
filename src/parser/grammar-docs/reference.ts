import { intervals } from '../../language/constants.js';
import { deallocationOptions } from '../../language/deallocation-options.js';
import { functions } from '../../language/functions.js';
import { maximumLength, maximumNesting, maximumStatements } from '../../language/limits.js';
import { members } from '../../language/members.js';
import { methods } from '../../language/methods.js';
import { binaryRows, unaryRows } from '../../language/operators.js';
import { signatureText, type Signature } from '../../language/signature.js';
import { variables } from '../../language/variables.js';

type Row = readonly string[];

/** The reference of the language as Markdown, from the tables that checker and evaluators read. */
export function referenceText(): string {
  return [
    '# Reference of the formula language',
    'Written by `scripts/generate-grammar.mjs` from the tables in `src/language`. Not for editing.',
    `Limits: ${maximumLength} characters and ${maximumStatements} statements (documented by the service); ${maximumNesting} levels of open parentheses and ternaries (a limit of this program).`,
    'A `doubleVecList` is any number of arguments, each a `double` or a `doubleVec`. A `window` is an end of a period: a `timeinterval` back from now, or a `timestamp`. Comparisons and logic give 1 or 0; there is no Boolean type.',
    section('Functions', functionRows()),
    section('Methods of sampled variables', methodRows()),
    variableSection(),
    '## Members of a timestamp',
    'Numbers, in UTC.',
    table(
      ['member', 'meaning'],
      Object.entries(members).map(([name, { documentation }]) => [code(`.${name}`), documentation]),
    ),
    '## Interval constants',
    table(
      ['constant', 'meaning'],
      Object.entries(intervals).map(([name, { documentation }]) => [code(name), documentation]),
    ),
    '## Deallocation options',
    'Values of `$NodeDeallocationOption`.',
    table(
      ['option', 'meaning'],
      Object.entries(deallocationOptions).map(([name, { documentation }]) => [
        code(name),
        documentation,
      ]),
    ),
    operatorSection(),
  ]
    .join('\n\n')
    .concat('\n');
}

interface Callable {
  readonly name: string;
  readonly signatures: readonly Signature[];
  readonly documentation: string;
  readonly example: string;
  readonly notes: readonly string[];
}

function functionRows(): Callable[] {
  return Object.entries(functions).map(([name, { since, status, ...row }]) => ({
    name,
    ...row,
    notes: [
      `Since ${since}.`,
      ...(status === 'legacy' ? ['Legacy: gone from the documents.'] : []),
    ],
  }));
}

function methodRows(): Callable[] {
  return Object.entries(methods).map(([name, row]) => ({ name, ...row, notes: [] }));
}

function section(title: string, rows: readonly Callable[]): string {
  const parts = rows.map(({ name, signatures, documentation, example, notes }) =>
    [
      `### ${name}`,
      [
        '```',
        ...signatures.map((signature) => `${signatureText(name, signature)}: ${signature.result}`),
        '```',
      ].join('\n'),
      [documentation, ...notes].join(' '),
      `Example: ${code(example)}`,
    ].join('\n\n'),
  );
  return [`## ${title}`, ...parts].join('\n\n');
}

function variableSection(): string {
  const kinds = {
    target: 'Targets: read and written',
    deallocation: 'Deallocation: read and written',
    scalar: 'Numbers: read only',
    sampled: 'Sampled: read by their methods',
  } as const;
  const parts = Object.entries(kinds).map(([kind, title]) => {
    const rows = Object.entries(variables).filter(([, row]) => row.kind === kind);
    return [
      `### ${title}`,
      table(
        ['variable', 'meaning', 'unit', 'since', 'status'],
        rows.map(([name, { documentation, unit, since, status }]) => [
          code(name),
          documentation,
          unit,
          since,
          status,
        ]),
      ),
    ].join('\n\n');
  });
  return ['## Service variables', ...parts].join('\n\n');
}

function operatorSection(): string {
  return [
    '## Operators',
    'From the loosest to the tightest: `?:`, `||`, `&&`, `==` `!=`, `<` `<=` `>` `>=`, `+` `-`, `*` `/`, prefix `-` `!`. Binary operators group from the left, `?:` from the right.',
    table(
      ['left', 'operators', 'right', 'result', 'meaning'],
      binaryRows.map(({ left, operators, right, result, documentation }) => [
        left,
        operators.map(code).join(' '),
        right,
        result,
        documentation,
      ]),
    ),
    table(
      ['prefix', 'operand', 'result', 'meaning'],
      unaryRows.map(({ operators, operand, result, documentation }) => [
        operators.map(code).join(' '),
        operand,
        result,
        documentation,
      ]),
    ),
  ].join('\n\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

/** `|` separates the cells of Markdown tables, inside code too. */
function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
