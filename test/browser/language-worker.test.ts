import { build } from 'esbuild';
import { expect, it } from 'vitest';

import { hostileTexts } from '../fuzz/hostile-texts.js';
import { browserRequired, findBrowser, launchBrowser } from './browser.js';
import type { WorkerAnswer } from './language-worker.js';

const executable = findBrowser();
const absent = executable === undefined && !browserRequired;
if (absent) console.warn('SKIPPED: no Chromium found (POOLSCALE_CHROMIUM names one)');

it.skipIf(absent)(
  'hostile formulas do no harm in a worker of a browser',
  async () => {
    if (executable === undefined) throw new Error('no Chromium found, and one is required');
    const { outputFiles } = await build({
      entryPoints: [new URL('language-worker.ts', import.meta.url).pathname],
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
    });
    const browser = await launchBrowser(executable);
    try {
      const page = await browser.newPage();
      const answer = await page.evaluate(
        (script) =>
          new Promise<WorkerAnswer>((resolve, reject) => {
            const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
            const worker = new Worker(url);
            worker.onmessage = (event: MessageEvent<WorkerAnswer>) => resolve(event.data);
            worker.onerror = (event) => reject(new Error(event.message));
          }),
        outputFiles[0]!.text,
      );
      expect(answer).toEqual({ inputs: hostileTexts.size, wrong: [] });
    } finally {
      await browser.close();
    }
  },
  120_000,
);
