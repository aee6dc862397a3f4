// Bundled with a mutated simulator: what of the checks of random scenarios notices it.
import { checkScenario } from '../../fuzz/simulator/check-scenario.js';
import { randomScenario } from '../../fuzz/simulator/random-scenario.js';

/** What random scenarios break, until `wanted` is among it or there are no more to try. */
export async function findBroken(wanted: string, scenarios: number): Promise<string[]> {
  const broken = new Set<string>();
  for (let number = 1; number <= scenarios && !broken.has(wanted); number++) {
    const failure = await checkScenario(randomScenario(number).file);
    if (failure !== undefined) broken.add(failure.broken);
  }
  return [...broken];
}
