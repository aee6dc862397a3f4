// npm run mutate:simulator: puts each mutation of the table into a copy of the simulator and shows what notices it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';

import type { findBroken as FindBroken } from './find-broken.js';
import { mutations, type Mutation } from './mutation-table.js';

const root = process.cwd();
const scenarios = 400;

/** The simulator with the checks of random scenarios as one module, one file of it changed. */
async function bundle(mutation: Mutation, index: number): Promise<string> {
  const mutated = join(root, 'src', mutation.file);
  const source = readFileSync(mutated, 'utf8');
  const places = source.split(mutation.find).length - 1;
  if (places !== 1) {
    throw new Error(`${mutation.name}: ${mutation.file} has its anchor ${places} times, not once`);
  }
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['test/simulator/mutations/find-broken.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    plugins: [
      {
        name: 'mutation',
        setup(bundler) {
          bundler.onLoad({ filter: /\.ts$/ }, ({ path }) =>
            path === mutated
              ? // As a function: a replacement text may have dollar signs.
                { contents: source.replace(mutation.find, () => mutation.replace), loader: 'ts' }
              : undefined,
          );
        },
      },
    ],
  });
  const folder = join(root, '.cache/mutations');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${index}.mjs`);
  writeFileSync(file, outputFiles[0]!.text);
  return file;
}

let missed = 0;
for (const [index, mutation] of mutations.entries()) {
  const file = await bundle(mutation, index);
  const { findBroken } = (await import(pathToFileURL(file).href)) as {
    findBroken: typeof FindBroken;
  };
  const { scenario, caughtBy } = mutation;
  const { broken, scenarios: tried } = await findBroken(caughtBy, scenario, scenarios);
  const caught = broken.includes(caughtBy);
  if (!caught) missed++;
  console.log(`${caught ? 'caught' : 'MISSED'}  ${mutation.name}`);
  console.log(`        ${caught ? 'by' : 'expected'}: ${caughtBy} (random scenarios: ${tried})`);
  if (!caught) for (const other of broken) console.log(`        found: ${other}`);
}
console.log(`${mutations.length} mutations, ${missed} missed`);
process.exitCode = missed === 0 ? 0 : 1;
