import type { Diagnostic, DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { nearestName } from '../../base/text/nearest-name.js';
import { variableRows } from '../../language/variables.js';
import { poolKeys } from '../schema/evaluation-fields.js';
import { testDiagnostic } from '../test-diagnostics.js';

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const ownColumns = ['name', 'at', 'error', 'results', 'todo', 'tolerance'];
const columnPaths: ReadonlyMap<string, DocumentPath> = new Map<string, DocumentPath>([
  ...ownColumns.map((column): [string, DocumentPath] => [column, [column]]),
  ...poolKeys.map((key): [string, DocumentPath] => [key, ['pool', key]]),
  ...[...variableRows].flatMap(([name, { kind }]): [string, DocumentPath][] => {
    if (kind === 'sampled') return [[name, ['series', name]]];
    return kind === 'scalar' ? [] : [[name, ['expect', name]]];
  }),
]);
const variablePrefix = 'variables.';

/** Where a case has what a column of a table gives. */
function pathOfColumn(column: string): DocumentPath | undefined {
  if (column.startsWith(variablePrefix) && column.length > variablePrefix.length) {
    return ['variables', column.slice(variablePrefix.length)];
  }
  return columnPaths.get(column);
}

function pathsOfColumns(
  { columns }: Table,
  { source, spanOf }: TextDocument,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): readonly DocumentPath[] {
  return columns.map((column, index) => {
    const span = spanOf([...path, 'columns', index]);
    const known = pathOfColumn(column);
    if (known === undefined) {
      const near = nearestName(column, [...columnPaths.keys(), `${variablePrefix}${column}`]);
      const help =
        near === undefined
          ? 'a column is a metric, a target, a count of the pool, variables.NAME, name, at, error, results, todo or tolerance'
          : `did you mean ${near}?`;
      diagnostics.push(testDiagnostic('unknown-column', span, { column }, { source, help }));
    } else if (columns.indexOf(column) < index) {
      diagnostics.push(testDiagnostic('repeated-column', span, { column }, { source }));
    }
    return known ?? [];
  });
}

function rowObject(paths: readonly DocumentPath[], cells: readonly unknown[]): unknown {
  const result = Object.create(null) as Record<string, unknown>;
  cells.forEach((cell, index) => {
    const [first, second] = paths[index]!;
    if (cell === null) return;
    if (second === undefined) {
      result[first!] = cell;
      return;
    }
    result[first!] ??= Object.create(null) as Record<string, unknown>;
    (result[first!] as Record<string, unknown>)[second] = cell;
  });
  return result;
}

/** Where the cells of each table stand, by the index of its case. */
type ColumnsOfCases = ReadonlyMap<number, readonly DocumentPath[]>;

/** The place that a person wrote for a path of the expanded document. */
function writtenPath(columns: ColumnsOfCases, path: DocumentPath): DocumentPath {
  const [first, index, key, row, ...rest] = path;
  const paths = first === 'cases' && key === 'rows' ? columns.get(index as number) : undefined;
  if (paths === undefined) return path;
  const column = paths.findIndex((one) => one.every((step, at) => rest[at] === step));
  const table = ['cases', index!, 'table', 'rows'];
  if (row === undefined) return table;
  return column < 0 || rest.length === 0 ? [...table, row] : [...table, row, column];
}

/**
 * Turns the `table` of each case into `rows`, objects with the keys of a case; their places are those of the cells. The document
 * must fit `writtenSchema`.
 */
export function expandTables(document: TextDocument): DiagnosticResult<TextDocument> {
  const diagnostics: Diagnostic[] = [];
  const columns = new Map<number, readonly DocumentPath[]>();
  const file = document.value as { readonly cases: readonly Record<string, unknown>[] };
  const cases = file.cases.map((one, index) => {
    const { table, ...rest } = one as { readonly table?: Table };
    if (table === undefined) return one;
    const path = ['cases', index, 'table'];
    const paths = pathsOfColumns(table, document, path, diagnostics);
    columns.set(index, paths);
    const rows = table.rows.map((cells, row) => {
      if (cells.length !== paths.length) {
        const parameters = { found: cells.length, expected: paths.length };
        const { source, spanOf } = document;
        const span = spanOf([...path, 'rows', row]);
        diagnostics.push(testDiagnostic('row-length', span, parameters, { source }));
        return {};
      }
      return rowObject(paths, cells);
    });
    return { ...rest, rows };
  });
  if (diagnostics.length > 0) return { diagnostics };
  const value: TextDocument = {
    source: document.source,
    value: { ...file, cases },
    spanOf: (path) => document.spanOf(writtenPath(columns, path)),
    keySpanOf: (path) => {
      const written = writtenPath(columns, path);
      return written === path ? document.keySpanOf(path) : document.spanOf(written);
    },
    scalarAt: (path) => document.scalarAt(writtenPath(columns, path)),
  };
  return { value, diagnostics };
}
