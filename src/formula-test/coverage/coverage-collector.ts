import type { TypedExpression } from '../../checker/typed-program.js';
import type { ValueObserver } from '../../evaluator/evaluation-state.js';
import { isTrue } from '../../evaluator/conversions.js';
import type { TestedFormula } from '../test-suite.js';
import { coverageNodes, type CoverageNode } from './coverage-items.js';

/** How often a node had a value, and how often that was true or false. */
export interface NodeHits {
  values: number;
  trues: number;
  falses: number;
}

/** What the evaluations of one formula have reached, in whatever files of tests they were. */
export interface FormulaHits {
  readonly formula: TestedFormula;
  readonly nodes: readonly CoverageNode[];
  readonly hits: Map<string, NodeHits>;
}

export interface CoverageCollector {
  /** Counts what an evaluation of the formula reaches; undefined for a formula that the service refuses. */
  readonly observerOf: (formula: TestedFormula) => ValueObserver | undefined;
  readonly formulas: () => readonly FormulaHits[];
}

function keysOf(nodes: readonly CoverageNode[], keys: Map<TypedExpression, string>): void {
  for (const { expression, key, parts } of nodes) {
    keys.set(expression, key);
    keysOf(parts, keys);
  }
}

export function createCoverageCollector(): CoverageCollector {
  const all = new Map<string, FormulaHits>();
  return {
    formulas: () => [...all.values()],
    observerOf(formula) {
      const program = formula.compiled.value?.program;
      if (program === undefined) return undefined;
      const nodes = coverageNodes(program);
      const keys = new Map<TypedExpression, string>();
      keysOf(nodes, keys);
      const identity = JSON.stringify([formula.host.name, formula.source.text]);
      const entry = all.get(identity) ?? { formula, nodes, hits: new Map<string, NodeHits>() };
      all.set(identity, entry);
      return (expression, value) => {
        const key = keys.get(expression)!;
        let hits = entry.hits.get(key);
        if (hits === undefined) entry.hits.set(key, (hits = { values: 0, trues: 0, falses: 0 }));
        hits.values++;
        if (value.type !== 'double') return;
        if (isTrue(value.value)) hits.trues++;
        else hits.falses++;
      };
    },
  };
}
