// Bundled with a mutated simulator: what of the checks of random scenarios notices it.
import { checkScenario } from '../../fuzz/simulator/check-scenario.js';
import { randomScenario } from '../../fuzz/simulator/random-scenario.js';
import type { Json } from '../../fuzz/simulator/scenario-draft.js';

/** What was noticed, in how many scenarios. */
export interface Found {
  readonly broken: readonly string[];
  readonly scenarios: number;
}

/** What the scenario of a mutation and then random ones break, until `wanted` is among it or there are no more to try. */
export async function findBroken(
  wanted: string,
  own: Json | undefined,
  scenarios: number,
): Promise<Found> {
  const broken = new Set<string>();
  const tryOut = async (file: Json): Promise<void> => {
    const failure = await checkScenario(file);
    if (failure !== undefined) broken.add(failure.broken);
  };
  if (own !== undefined) await tryOut(own);
  let number = 0;
  while (number < scenarios && !broken.has(wanted)) await tryOut(randomScenario(++number).file);
  return { broken: [...broken], scenarios: number };
}
