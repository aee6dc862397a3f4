import type { AutoScaleRun } from '../../../src/evaluator/autoscale-run.js';
import { compileFormula } from '../../../src/evaluator/compile-formula.js';
import { runSimulation } from '../../../src/experiment/run.js';
import { loadScenario } from '../../../src/scenario/index.js';
import type { PoolInput } from '../../../src/simulator/input/pool-input.js';
import type { Answers, TraceRequest } from './messages.js';
import { observeStatements } from './observe-statements.js';
import { scenarioFile } from './simulate.js';
import { virtualFiles } from './virtual-files.js';

/** Runs the scenario again up to one autoscale run, and notes the value of every expression in it. */
export async function trace(request: TraceRequest): Promise<Answers['trace']> {
  const { scenario, formula, files, pool: wanted, run: wantedRun } = request;
  const text = { name: scenarioFile, text: scenario };
  const loaded = await loadScenario(text, virtualFiles(formula, files));
  const input = loaded.value?.input().value;
  if (input === undefined) throw new Error('the scenario cannot be run');
  const abort = new AbortController();
  let answer: Answers['trace'] | undefined;

  const observed = (pool: PoolInput): PoolInput => {
    const { autoScale } = pool;
    if (pool.id !== wanted || autoScale === undefined) return pool;
    const compiled = compileFormula({ name: 'formula', text: autoScale.formula }).value;
    if (compiled === undefined) return pool;
    return {
      ...pool,
      autoScale: {
        ...autoScale,
        createEvaluator: (random) => {
          let runs = 0;
          const plain = compiled.createEvaluator(random);
          return (view): AutoScaleRun => {
            if (runs++ !== wantedRun) return plain(view);
            const { observe, statements } = observeStatements(compiled.program);
            const run = compiled.createEvaluator(random, observe)(view);
            const error = run.error?.values[0]?.value;
            answer = {
              statements: statements(),
              results: run.results,
              ...(error === undefined ? {} : { error }),
            };
            abort.abort();
            return run;
          };
        },
      },
    };
  };
  await runSimulation({ ...input, pools: input.pools.map(observed) }, { signal: abort.signal });
  if (answer === undefined) throw new Error('the run has no such evaluation');
  return answer;
}
