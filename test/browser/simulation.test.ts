import { build } from 'esbuild';
import { expect, it } from 'vitest';

import { browserRequired, findBrowser, launchBrowser } from './browser.js';
import { simulateScenarios, type SimulatedText } from './simulations.js';

const executable = findBrowser();
const absent = executable === undefined && !browserRequired;
if (absent) console.warn('SKIPPED: no Chromium found (POOLSCALE_CHROMIUM names one)');

const numbers = Array.from({ length: 40 }, (_, index) => index + 1);

async function inBrowser(path: string): Promise<SimulatedText[]> {
  const { outputFiles } = await build({
    entryPoints: [new URL('simulation-worker.ts', import.meta.url).pathname],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
  });
  const browser = await launchBrowser(path);
  try {
    const page = await browser.newPage();
    return await page.evaluate(
      ({ script, scenarios }) =>
        new Promise<SimulatedText[]>((resolve, reject) => {
          const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
          const worker = new Worker(url);
          worker.onmessage = (event: MessageEvent<SimulatedText[]>) => resolve(event.data);
          worker.onerror = (event) => reject(new Error(event.message));
          worker.postMessage(scenarios);
        }),
      { script: outputFiles[0]!.text, scenarios: numbers },
    );
  } finally {
    await browser.close();
  }
}

it.skipIf(absent)(
  'a run in a browser has the record and the event log of one in Node, to the byte',
  { timeout: 120_000 },
  async () => {
    if (executable === undefined) throw new Error('no Chromium found, and one is required');
    const there = await inBrowser(executable);
    const here = await simulateScenarios(numbers);
    expect(there.map(({ number }) => number)).toEqual(numbers);
    for (const [index, { number, record, log }] of here.entries()) {
      expect({ number, same: there[index]!.record === record }).toEqual({ number, same: true });
      expect({ number, same: there[index]!.log === log }).toEqual({ number, same: true });
    }
    expect(here.every(({ log }) => log.length > 100)).toBe(true);
  },
);
