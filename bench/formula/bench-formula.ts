import { compileFormula, type CompileOptions } from '../../src/evaluator/compile-formula.js';
import { expressionLibraries, type Evaluate } from './expression-libraries.js';
import { byHand, pools, referenceFormula } from './reference-formula.js';

interface Contender {
  readonly name: string;
  readonly evaluate: Evaluate;
  readonly nanoseconds: number[];
  checksum: number;
}

const rounds = 3000;

function measure(contender: Contender): void {
  const { evaluate, nanoseconds } = contender;
  let checksum = 0;
  const start = performance.now();
  for (let round = 0; round < rounds; round++) {
    for (const pool of pools) checksum += evaluate(pool);
  }
  nanoseconds.push(((performance.now() - start) * 1e6) / (rounds * pools.length));
  contender.checksum = checksum;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

/** Median time in microseconds to compile one of 10,000 distinct six-line formulas, with its plan or without. */
function compileTime(options: CompileOptions, planned: boolean): number {
  const times: number[] = [];
  for (let i = 0; i < 10_000; i++) {
    const text = referenceFormula.replaceAll('demand', `demand${i}`).replace('100', String(i));
    const start = performance.now();
    const { value } = compileFormula({ name: 'f', text }, options);
    if (value === undefined) throw new Error(text);
    if (planned) value.createTargetEvaluator(() => 0);
    times.push((performance.now() - start) * 1000);
  }
  return median(times);
}

function targets(options: CompileOptions): Evaluate {
  const compiled = compileFormula({ name: 'f', text: referenceFormula }, options).value!;
  const evaluate = compiled.createTargetEvaluator(() => 0);
  return (view) => evaluate(view).targetDedicatedNodes;
}

function wholeRun(options: CompileOptions): Evaluate {
  const compiled = compileFormula({ name: 'f', text: referenceFormula }, options).value!;
  const evaluate = compiled.createEvaluator(() => 0);
  return (view) => evaluate(view).targetDedicatedNodes;
}

function contender(name: string, evaluate: Evaluate): Contender {
  return { name, evaluate, nanoseconds: [], checksum: 0 };
}

/**
 * Prints the cost of an evaluation and of a compilation beside a function by hand and three expression libraries. True where all
 * of them give the same targets.
 */
export async function benchFormula(runs: number): Promise<boolean> {
  const hand = contender('by hand', byHand);
  const code = contender('plan, generated code', targets({ evaluator: 'plan' }));
  const libraries = [...((await expressionLibraries()) ?? [])].map(([name, evaluate]) =>
    contender(name, evaluate),
  );
  const targetsOnly = [hand, code, ...libraries];
  // Measured afterwards: in one process they share code with the plan, which a simulation has for itself.
  const others = [
    contender('plan, closures', targets({ evaluator: 'plan', codeGeneration: 'never' })),
    contender('plan, result strings too', wholeRun({ evaluator: 'plan' })),
    contender('interpreter, likewise', wholeRun({})),
  ];
  const all = [...targetsOnly, ...others];
  for (const group of [targetsOnly, others]) {
    for (let run = 0; run < runs; run++) group.forEach(measure);
  }

  console.log(
    '\nreference formula, window of 30 samples, targets only unless it says otherwise; medians of runs in turn',
  );
  const reference = median(hand.nanoseconds);
  for (const { name, nanoseconds } of all) {
    const time = median(nanoseconds);
    const ratio = `${(time / reference).toFixed(1)} x by hand`;
    const budget = name === code.name ? '   (accepted: 3, aim: 2)' : '';
    console.log(
      `${name.padEnd(26)}${time.toFixed(0).padStart(6)} ns${ratio.padStart(18)}${budget}`,
    );
  }
  const fastest = Math.min(...libraries.map(({ nanoseconds }) => median(nanoseconds)));
  console.log(
    libraries.length === 0
      ? 'SKIPPED: the expression libraries, which could not be installed'
      : `the fastest library takes ${(fastest / median(code.nanoseconds)).toFixed(1)} x as long as the plan (accepted: 2)`,
  );
  const parsed = compileTime({}, false).toFixed(0);
  const planned = compileTime({ evaluator: 'plan' }, true).toFixed(0);
  console.log(`compilation ${parsed} us, with its plan ${planned} us (accepted: 150, aim: 80)`);
  const agree = all.every(({ checksum }) => checksum === hand.checksum);
  console.log(agree ? 'all give the same targets' : 'THE TARGETS DIFFER');
  return agree;
}
