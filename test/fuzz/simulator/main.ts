// npm run fuzz:simulator -- --seeds N --from S --out DIR: random scenarios with everything checked; a failure becomes a small file.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { stringify } from 'yaml';

import type { Failure } from './check-run.js';
import { checkScenario } from './check-scenario.js';
import { features, randomScenario } from './random-scenario.js';
import type { Json } from './scenario-draft.js';
import { shrink } from './shrink.js';

const mostTries = 3000;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    out: { type: 'string', default: '.cache/fuzz' },
  },
});
const [seeds, first] = [Number(values.seeds), Number(values.from)];
if (!Number.isInteger(seeds) || seeds < 1 || !Number.isInteger(first) || first < 0) {
  console.error('--seeds takes a whole number from 1, --from one from 0');
  process.exit(2);
}

const seen = new Map(features.map(({ name }) => [name, 0]));
let failures = 0;
const began = performance.now();
for (let number = first; number < first + seeds; number++) {
  const scenario = randomScenario(number);
  for (const name of scenario.features) seen.set(name, seen.get(name)! + 1);
  const failure = await checkScenario(scenario.file);
  if (failure !== undefined) {
    failures++;
    await report(number, scenario.file, failure);
  }
  const done = number - first + 1;
  if (done % 1000 === 0 || done === seeds) {
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`${done} scenarios, ${failures} failures, ${seconds} s`);
  }
}
for (const [name, count] of seen) console.log(`  ${name}: ${count}`);
process.exitCode = failures === 0 ? 0 : 1;

/** Shrinks a failing scenario and writes it down, to a temporary name first. */
async function report(number: number, file: Json, failure: Failure): Promise<void> {
  console.error(`seed ${number}: ${failure.broken}\n${failure.detail}`);
  const small = await shrink(
    file,
    async (candidate) => (await checkScenario(candidate))?.broken === failure.broken,
    mostTries,
  );
  const again = (await checkScenario(small)) ?? failure;
  mkdirSync(values.out, { recursive: true });
  const path = join(values.out, `seed-${number}.scenario.yaml`);
  const remarks = [`npm run fuzz:simulator, seed ${number}: ${again.broken}`, again.detail];
  const head = remarks.flatMap((remark) => remark.split('\n')).map((line) => `# ${line}\n`);
  writeFileSync(`${path}.tmp`, head.join('') + stringify(small));
  renameSync(`${path}.tmp`, path);
  console.error(`written to ${path}; poolscale simulate ${path} --check-invariants`);
}
