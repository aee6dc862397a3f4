/**
 * npm run bench:browser: the playground in Chromium. First load with a cold cache, from a key press to fresh diagnostics, and a day of
 * 10,000 tasks simulated again in the worker.
 */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { encodeLink } from '../../playground/src/state/share-link.js';
import { createStaticServer } from '../../src/cli/playground/static-server.js';
import { findBrowser, launchBrowser } from '../../test/browser/browser.js';

const formula = `window = 10 * TimeInterval_Minute;
percent = $PendingTasks.GetSamplePercent(window);
tasks = percent < 70 ? max(0, $PendingTasks.GetSample(1)) : avg($PendingTasks.GetSample(window));
nodes = ceil(tasks / $TaskSlotsPerNode);
$TargetDedicatedNodes = max(0, min(nodes, 100));
$NodeDeallocationOption = taskcompletion;
`;

/** 10,000 tasks over a day. */
const scenario = `seed: 1
start: 2026-03-02T00:00:00Z
until: drained
pools:
  - id: pool
    vmSize: any
    taskSlotsPerNode: 4
    enableAutoScale: true
    autoScaleFormula: { file: formula.autoscale }
    autoScaleEvaluationInterval: PT5M
jobs:
  - id: day
    poolInfo: { poolId: pool }
    tasks:
      - arrivals: { poisson: { mean: 8.64 } }
        runTime: { lognormal: { median: 300, sigma: 0.5 } }
        count: 10000
`;

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function row(what: string, value: string, accepted: string): void {
  console.log(`${what.padEnd(58)}${value.padStart(10)}   (accepted: ${accepted})`);
}

async function firstLoad(browser: Browser, url: string): Promise<{ ms: number; bytes: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const begun = performance.now();
  await page.goto(url);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const ms = performance.now() - begun;
  await page.getByText(/^Simulated in/).waitFor();
  await context.close();
  return { ms, bytes };
}

/** Milliseconds from a key press to the mark that the page sets when the new findings are shown. */
async function keyLatencies(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const found: number[] = [];
    let pressed = 0;
    window.addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) {
        if (name === 'diagnostics' && pressed > 0) found.push(startTime - pressed);
      }
    }).observe({ entryTypes: ['mark'] });
    Object.assign(globalThis, { latencies: found });
  });
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+End');
  for (const letter of 'spare = max(1, min(nodes, 7)) + avg($ActiveTasks.GetSample(2));'.repeat(
    2,
  )) {
    await page.keyboard.type(letter, { delay: 30 });
  }
  return page.evaluate(() => (globalThis as unknown as { latencies: number[] }).latencies);
}

async function simulations(page: Page): Promise<number[]> {
  const times: number[] = [];
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+End');
  for (let i = 0; i < 9; i++) {
    await page.keyboard.insertText(' ');
    await page.waitForTimeout(260);
    const text = await page.getByText(/^Simulated in/).innerText();
    times.push(Number(/\d+/.exec(text)![0]));
  }
  return times;
}

const executable = findBrowser();
if (executable === undefined) throw new Error('no Chromium found; POOLSCALE_CHROMIUM names one');
const server = createStaticServer(join(process.cwd(), 'dist/playground'));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const browser = await launchBrowser(executable);
const loads: { ms: number; bytes: number }[] = [];
for (let i = 0; i < 5; i++) loads.push(await firstLoad(browser, url));
const page = await browser.newPage();
await page.goto(`${url}#${encodeLink({ formula, scenario })}`);
await page.locator('.monaco-editor .view-line').first().waitFor();
await page.getByText(/^Simulated in/).waitFor();
const simulated = await simulations(page);
const keys = await keyLatencies(page);
await browser.close();
server.close();

console.log(`playground in Chromium, node ${process.version}\n`);
const load = quantile(
  loads.map(({ ms }) => ms),
  0.5,
);
row('first load to an editor that takes keys, median of 5', `${Math.round(load)} ms`, '1500 ms');
const megabytes = Math.max(...loads.map(({ bytes }) => bytes)) / 1e6;
row('transfer of the first load', `${megabytes.toFixed(2)} MB`, '1.6 MB');
row(
  `key press to fresh diagnostics, p95 of ${keys.length}`,
  `${quantile(keys, 0.95).toFixed(1)} ms`,
  '16 ms',
);
row(
  'a day of 10,000 tasks simulated again, median of 9',
  `${quantile(simulated, 0.5)} ms`,
  '150 ms',
);
