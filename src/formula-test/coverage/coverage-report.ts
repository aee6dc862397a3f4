import type { Span } from '../../base/text/source-text.js';
import type { TestedFormula } from '../test-suite.js';
import type { CoverageCollector, FormulaHits, NodeHits } from './coverage-collector.js';
import type { CoverageNode } from './coverage-items.js';

/** How many of so many. */
export interface Share {
  readonly covered: number;
  readonly total: number;
}

/** Something that no test reached. Inside an expression that was never evaluated nothing else is reported. */
export interface CoverageGap {
  readonly span: Span;
  readonly kind: 'never-evaluated' | 'never-true' | 'never-false';
}

export interface FormulaCoverage {
  readonly formula: TestedFormula;
  /** Expressions that had a value. */
  readonly nodes: Share;
  /** Outcomes, true and false, of conditions. */
  readonly outcomes: Share;
  readonly gaps: readonly CoverageGap[];
  /** Every expression with its counts, the outer ones first: what lcov is made from. */
  readonly counted: readonly CountedNode[];
}

export interface CountedNode {
  readonly span: Span;
  readonly isCondition: boolean;
  readonly hits: NodeHits;
}

/** Coverage in the sense of cel-go: each node evaluated, each condition seen true and false. */
export interface CoverageReport {
  readonly formulas: readonly FormulaCoverage[];
  readonly nodes: Share;
  readonly outcomes: Share;
}

const none: NodeHits = { values: 0, trues: 0, falses: 0 };

function flatten(
  nodes: readonly CoverageNode[],
  hits: ReadonlyMap<string, NodeHits>,
): CountedNode[] {
  return nodes.flatMap((node) => [
    {
      span: node.expression.span,
      isCondition: node.isCondition,
      hits: hits.get(node.key) ?? none,
    },
    ...flatten(node.parts, hits),
  ]);
}

function gapsOf(node: CoverageNode, hits: ReadonlyMap<string, NodeHits>): CoverageGap[] {
  const { span } = node.expression;
  const { values, trues, falses } = hits.get(node.key) ?? none;
  // A node without a value may have failed after its parts had theirs; then they are no gaps of their own.
  if (values === 0) return [{ span, kind: 'never-evaluated' }];
  const inside = node.parts.flatMap((part) => gapsOf(part, hits));
  if (!node.isCondition) return inside;
  return [
    ...(trues === 0 ? [{ span, kind: 'never-true' } as const] : []),
    ...(falses === 0 ? [{ span, kind: 'never-false' } as const] : []),
    ...inside,
  ];
}

function formulaCoverage(entry: FormulaHits): FormulaCoverage {
  const counted = flatten(entry.nodes, entry.hits);
  const conditions = counted.filter(({ isCondition }) => isCondition);
  const seen = (count: number): number => (count > 0 ? 1 : 0);
  return {
    formula: entry.formula,
    nodes: {
      covered: counted.filter(({ hits }) => hits.values > 0).length,
      total: counted.length,
    },
    outcomes: {
      covered: conditions.reduce((sum, { hits }) => sum + seen(hits.trues) + seen(hits.falses), 0),
      total: 2 * conditions.length,
    },
    gaps: entry.nodes.flatMap((node) => gapsOf(node, entry.hits)),
    counted,
  };
}

function sum(shares: readonly Share[]): Share {
  return shares.reduce(
    (all, one) => ({ covered: all.covered + one.covered, total: all.total + one.total }),
    { covered: 0, total: 0 },
  );
}

export function coverageReport(collector: CoverageCollector): CoverageReport {
  const formulas = collector.formulas().map(formulaCoverage);
  return {
    formulas,
    nodes: sum(formulas.map(({ nodes }) => nodes)),
    outcomes: sum(formulas.map(({ outcomes }) => outcomes)),
  };
}

/** Percentage of nodes and outcomes together; 100 where there is nothing to cover. */
export function coveredPercent({
  nodes,
  outcomes,
}: Pick<CoverageReport, 'nodes' | 'outcomes'>): number {
  const total = nodes.total + outcomes.total;
  return total === 0 ? 100 : (100 * (nodes.covered + outcomes.covered)) / total;
}
