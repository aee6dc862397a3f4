import type { Palette } from '../../base/diagnostics/render.js';
import { createLineTable } from '../../base/text/source-text.js';
import {
  coveredPercent,
  type CoverageGap,
  type CoverageReport,
  type FormulaCoverage,
} from '../../formula-test/coverage/coverage-report.js';

const gapTexts: Readonly<Record<CoverageGap['kind'], string>> = {
  'never-evaluated': 'never evaluated',
  'never-true': 'never true',
  'never-false': 'never false',
};

function shares({ nodes, outcomes }: Pick<CoverageReport, 'nodes' | 'outcomes'>): string {
  // Rounded down, so that only full coverage reads 100.
  const percent = (Math.floor(coveredPercent({ nodes, outcomes }) * 10) / 10).toFixed(1);
  return `${percent} % (expressions ${nodes.covered}/${nodes.total}, outcomes of conditions ${outcomes.covered}/${outcomes.total})`;
}

function formulaLines({ formula, gaps, ...counts }: FormulaCoverage, palette: Palette): string[] {
  const { source, host, hostOffset } = formula;
  const table = createLineTable(source.text);
  const hostTable = createLineTable(host.text);
  const found = gaps.map(({ span, kind }) => {
    const offset = hostOffset(span.start);
    const { line, column } =
      offset === undefined ? table.position(span.start) : hostTable.position(offset);
    const text = source.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    const shown = text.length > 60 ? `${text.slice(0, 57)}...` : text;
    return `    ${host.name}:${line}:${column}: ${palette.warning(gapTexts[kind])}: ${shown}`;
  });
  return [`  ${host.name}: ${shares(counts)}`, ...found];
}

/** What the tests reached of each formula, with the outermost expressions that they did not. */
export function coverageLines(coverage: CoverageReport, palette: Palette): readonly string[] {
  return [
    `${palette.bold('coverage')}: ${shares(coverage)}`,
    ...coverage.formulas.flatMap((formula) => formulaLines(formula, palette)),
  ];
}
