import { expect, it } from 'vitest';

import { checkScenario } from '../fuzz/simulator/check-scenario.js';
import { features, randomScenario } from '../fuzz/simulator/random-scenario.js';

const scenarios = process.env['POOLSCALE_LONG'] === '1' ? 20_000 : 1000;

it(`everything holds in ${scenarios} random scenario files`, { timeout: 3_600_000 }, async () => {
  const seen = new Set<string>();
  for (let number = 1; number <= scenarios; number++) {
    const scenario = randomScenario(number);
    for (const name of scenario.features) seen.add(name);
    const failure = await checkScenario(scenario.file);
    // npm run fuzz:simulator -- --from <number> --seeds 1 makes a small scenario of it.
    expect({ number, failure }).toEqual({ number, failure: undefined });
  }
  expect(seen).toEqual(new Set(features.map(({ name }) => name)));
});
