import { createLineTable } from '../../base/text/source-text.js';
import type { CoverageReport, FormulaCoverage } from './coverage-report.js';

interface FileLines {
  /** How often each line ran: as often as the expression that most often had a value of those beginning there. */
  readonly lines: Map<number, number>;
  readonly branches: string[];
  branchesHit: number;
}

function addFormula(file: FileLines, { formula, counted }: FormulaCoverage): void {
  const table = createLineTable(formula.host.text);
  const fallback = table.position(formula.hostOffset(0) ?? 0).line;
  let block = file.branches.length / 2;
  for (const { span, isCondition, hits } of counted) {
    const offset = formula.hostOffset(span.start);
    const line = offset === undefined ? fallback : table.position(offset).line;
    file.lines.set(line, Math.max(file.lines.get(line) ?? 0, hits.values));
    if (!isCondition) continue;
    for (const [index, taken] of [hits.trues, hits.falses].entries()) {
      file.branches.push(`BRDA:${line},${block},${index},${hits.values === 0 ? '-' : taken}`);
      if (taken > 0) file.branchesHit++;
    }
    block++;
  }
}

/** Coverage in the format of lcov (geninfo): lines, and the two outcomes of each condition as branches. */
export function lcov({ formulas }: CoverageReport): string {
  const files = new Map<string, FileLines>();
  for (const coverage of formulas) {
    const { name } = coverage.formula.host;
    const file = files.get(name) ?? { lines: new Map(), branches: [], branchesHit: 0 };
    files.set(name, file);
    addFormula(file, coverage);
  }
  return [...files]
    .flatMap(([name, { lines, branches, branchesHit }]) => {
      const sorted = [...lines].sort(([a], [b]) => a - b);
      return [
        'TN:',
        `SF:${name}`,
        ...sorted.map(([line, count]) => `DA:${line},${count}`),
        `LF:${sorted.length}`,
        `LH:${sorted.filter(([, count]) => count > 0).length}`,
        ...branches,
        `BRF:${branches.length}`,
        `BRH:${branchesHit}`,
        'end_of_record',
      ];
    })
    .map((line) => `${line}\n`)
    .join('');
}
