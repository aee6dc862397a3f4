import type { Diagnostic } from '../../src/base/diagnostics/diagnostic.js';
import { renderDiagnostic } from '../../src/base/diagnostics/render.js';
import { compileFormula } from '../../src/evaluator/compile-formula.js';
import { lex } from '../../src/lexer/lex.js';
import {
  createSnapshot,
  emptyPool,
  type MetricsSnapshot,
} from '../../src/metrics/metrics-snapshot.js';
import { formatFormula } from '../../src/parser/format/format-formula.js';
import { parseFormula } from '../../src/parser/parse.js';
import { defaultProfile, type Profile } from '../../src/profile/profile.js';

const period = 30 * 10_000_000;
const now = 195_019_200 * 10_000_000;

const empty: MetricsSnapshot = createSnapshot({
  now,
  samplePeriod: period,
  pool: emptyPool,
  series: new Map(),
});

const busy: MetricsSnapshot = createSnapshot({
  now,
  samplePeriod: period,
  pool: { ...emptyPool, targetDedicatedNodes: 3, currentDedicatedNodes: 2 },
  series: new Map([
    ['$PendingTasks', Array.from({ length: 120 }, (_, i) => i % 7)],
    ['$ActiveTasks', Array.from({ length: 40 }, (_, i) => (i % 5 === 0 ? NaN : i))],
    ['$CPUPercent', Array.from({ length: 20 }, (_, i) => i / 20)],
  ]),
});

/** Everything that the formula language does with a text. Returns what is wrong; nothing for a text that went well. */
export function exercise(text: string, profile: Profile = defaultProfile): string[] {
  const source = { name: 'fuzz', text };
  const wrong: string[] = [];
  const demand = (holds: boolean, what: string): void => {
    if (!holds) wrong.push(what);
  };

  let end = 0;
  const { tokens, comments } = lex(text);
  for (const { startOffset, image } of [...tokens, ...comments].sort(
    (a, b) => a.startOffset - b.startOffset,
  )) {
    demand(startOffset >= end, `a token at ${startOffset} lies in the one before`);
    demand(text.startsWith(image, startOffset), `a token at ${startOffset} is not in the text`);
    end = startOffset + image.length;
  }

  const told = (diagnostics: readonly Diagnostic[], by: string): void => {
    for (const diagnostic of diagnostics) {
      const { start, end: stop } = diagnostic.span;
      demand(
        start >= 0 && start <= stop && stop <= text.length,
        `${by}: ${diagnostic.code} outside`,
      );
      demand(diagnostic.message !== '', `${by}: ${diagnostic.code} says nothing`);
    }
    const [first] = diagnostics;
    if (first !== undefined) demand(renderDiagnostic(first) !== '', `${by}: nothing to show`);
  };
  told(parseFormula(source, profile).diagnostics, 'parser');

  const compiled = compileFormula(source, { profile });
  told(compiled.diagnostics, 'checker');
  demand(
    (compiled.value === undefined) === (compiled.serviceError !== undefined),
    'neither a program nor a refusal',
  );
  const answers = (formula: typeof compiled): string[] =>
    [empty, busy].map((view) => {
      const run = formula.value?.createEvaluator(() => 0.5)(view);
      return JSON.stringify([run?.results, run?.error?.code, run?.unverified.toSorted()]);
    });
  const results = answers(compiled);
  for (const codeGeneration of ['always', 'never'] as const) {
    const options = { profile, evaluator: 'plan', codeGeneration } as const;
    const planned = answers(compileFormula(source, options));
    const agree = planned.join() === results.join();
    demand(agree, `the plan (code generation: ${codeGeneration}) and the interpreter do not agree`);
  }

  const formatted = formatFormula(source, profile);
  told(formatted.diagnostics, 'formatter');
  if (formatted.value !== undefined) {
    const again = { name: 'formatted', text: formatted.value };
    demand(formatFormula(again, profile).value === formatted.value, 'formatted twice is not once');
    const same = answers(compileFormula(again, { profile }));
    demand(same.join() === results.join(), 'formatted it means something else');
  }
  return wrong;
}
