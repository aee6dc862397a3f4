import { lintFormula } from '../../src/lint/lint-formula.js';
import { rulesById } from '../../src/lint/rule-table.js';
import type { CorpusFormula } from './corpus.js';

/** How the findings of a rule agree with the labels of the corpus, in formulas. */
export interface RuleScore {
  readonly rule: string;
  both: number;
  /** Found where no label is. */
  readonly extra: string[];
  /** Labelled and not found. */
  readonly missed: string[];
}

/** Labels whose level is below a warning (section 7 of the corpus report and the issue). */
function isInfo(rule: string): boolean {
  return rulesById.get(rule)?.level === 'info';
}

export function findingsOf(text: string): ReadonlySet<string> {
  const { diagnostics } = lintFormula({ name: 'formula', text });
  return new Set(diagnostics.map(({ code }) => code));
}

/** One score for each rule that is a label or was found, by name. */
export function scoreRules(rows: readonly CorpusFormula[]): readonly RuleScore[] {
  const scores = new Map<string, RuleScore>();
  const scoreOf = (rule: string): RuleScore => {
    const score = scores.get(rule) ?? { rule, both: 0, extra: [], missed: [] };
    scores.set(rule, score);
    return score;
  };
  for (const { id, formula, lint } of rows) {
    const found = findingsOf(formula);
    for (const rule of found) {
      if (lint.includes(rule)) scoreOf(rule).both++;
      else scoreOf(rule).extra.push(id);
    }
    for (const rule of lint) if (!found.has(rule)) scoreOf(rule).missed.push(id);
  }
  return [...scores.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1));
}

export interface OverallScore {
  readonly precision: number;
  readonly recall: number;
}

export function precisionOf({ both, extra }: RuleScore): number {
  return both + extra.length === 0 ? 1 : both / (both + extra.length);
}

export function recallOf({ both, missed }: RuleScore): number {
  return both + missed.length === 0 ? 1 : both / (both + missed.length);
}

/** Of the rules whose level is error or warning, all findings together. */
export function overallScore(scores: readonly RuleScore[]): OverallScore {
  const judged = scores.filter(({ rule }) => !isInfo(rule));
  const all: RuleScore = { rule: 'all', both: 0, extra: [], missed: [] };
  for (const { both, extra, missed } of judged) {
    all.both += both;
    all.extra.push(...extra);
    all.missed.push(...missed);
  }
  return { precision: precisionOf(all), recall: recallOf(all) };
}

/** Formulas whose labels are all of level info, with what was found above that level. */
export function findingsOnClean(rows: readonly CorpusFormula[]): readonly string[] {
  return rows
    .filter(({ lint }) => lint.every(isInfo))
    .flatMap(({ id, formula }) => {
      const { diagnostics } = lintFormula({ name: 'formula', text: formula });
      return diagnostics
        .filter(({ severity }) => severity !== 'info')
        .map(({ code }) => `${id}: ${code}`);
    });
}
