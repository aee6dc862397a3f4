import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { compare, derivedSeeds, runSimulation } from '../../src/experiment/index.js';
import { compareHtml, comparisonNotes, runNotes, simulateHtml } from '../../src/report/index.js';
import { simulate, type RunRecord, type SimulationInput } from '../../src/simulator/index.js';
import { autoScaleRun, poolRecord, runRecord } from '../report/run-record-fixture.js';
import { input, latest, scaledPool } from '../support/simulation-input.js';
import { browserRequired, findBrowser, launchBrowser } from './browser.js';

const executable = findBrowser();
if (executable === undefined && !browserRequired) {
  console.warn('SKIPPED: no Chromium found (POOLSCALE_CHROMIUM names one)');
}

const hostile = '</script><img src=x onerror="window.harmed = true"><!--<script>';

/** 400 tasks on up to ten dedicated and five spot nodes. */
function world(seed: string, most: number, name: string = 'night'): SimulationInput {
  return input({
    name,
    seed,
    start: 195_019_200 * 1e7,
    tasks: Array.from({ length: 400 }, (_, i) => ({ at: 30 * i, runs: 240 })),
    parameters: { 'alloc.first_node_s': { constant: 240 } },
    prices: {
      currency: 'USD',
      nodeHour: new Map([['Standard_D4s_v5', { dedicated: '0.192', spot: '0.0384' }]]),
    },
    pools: [
      scaledPool((view, evaluation) => ({
        dedicated: Math.min(most, latest(view, '$PendingTasks')),
        spot: evaluation % 20 < 10 ? 5 : 0,
        ...(evaluation === 3 ? { error: 'InsufficientSampleData' } : {}),
      })),
    ],
  });
}

describe.skipIf(executable === undefined && !browserRequired)(
  'the HTML report in a browser',
  () => {
    let browser: Browser;
    let folder: string;

    beforeAll(async () => {
      if (executable === undefined) throw new Error('no Chromium found, and one is required');
      browser = await launchBrowser(executable);
      folder = mkdtempSync(join(tmpdir(), 'poolscale-report-'));
    });

    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Opens a report from disk. Whatever the page complains about, or asks the network for, is collected. */
    async function open(
      html: string,
      options: BrowserContextOptions = {},
    ): Promise<{ page: Page; complaints: string[] }> {
      const path = join(folder, 'report.html');
      writeFileSync(path, html);
      const context = await browser.newContext({
        viewport: { width: 1200, height: 900 },
        ...options,
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!/^(file|data):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
      });
      await page.goto(pathToFileURL(path).href);
      await page.locator('canvas').last().waitFor();
      return { page, complaints };
    }

    const record = (): RunRecord => simulate(world('1', 10));
    const runReport = (shown: RunRecord = record()): string => simulateHtml(shown, runNotes(shown));

    async function comparisonReport(): Promise<string> {
      const comparison = await compare({
        formulas: [
          { name: 'few.autoscale', text: '4' },
          { name: 'many.autoscale', text: '10' },
        ],
        seeds: derivedSeeds('1', 3),
        makeInput: (formula, seed) => world(seed, Number(formula.text)),
        run: runSimulation,
      });
      return compareHtml(comparison, comparisonNotes(comparison));
    }

    /** The picture of each chart, as text. */
    function canvasTexts(page: Page): Promise<string[]> {
      return page
        .locator('canvas')
        .evaluateAll((canvases) =>
          (canvases as HTMLCanvasElement[]).map((canvas) => canvas.toDataURL()),
        );
    }

    /** Number of different colours of each chart; a blank one has a single colour. */
    function canvasColours(page: Page): Promise<number[]> {
      return page.locator('canvas').evaluateAll((canvases) =>
        (canvases as HTMLCanvasElement[]).map((canvas) => {
          const { width, height } = canvas;
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
          return new Set(new Uint32Array(data.buffer)).size;
        }),
      );
    }

    it('marks faults and operations in the charts, and lists them with their numbers', async () => {
      const calm = record();
      const { page: before } = await open(runReport(calm));
      const unmarked = await canvasTexts(before);
      const operation = {
        atSeconds: 600,
        kind: 'resizePool',
        poolId: 'pool',
        httpStatus: 409,
      } as const;
      const error = { httpStatus: 409, code: 'PoolBeingResized', message: 'no' } as const;
      const strikes = [{ atSeconds: 3600, endSeconds: 5400 }];
      const { page, complaints } = await open(
        runReport({
          ...calm,
          operations: [{ ...operation, error }],
          faults: [{ kind: 'sampleLoss', poolId: 'pool', occurrences: 1, strikes }],
        }),
      );
      const rows = await page.locator('.moments tbody tr').allInnerTexts();
      expect(rows.map((row) => row.split('\t').map((cell) => cell.trim()))).toEqual([
        ['1', '00:10:00', expect.any(String), '', 'resizePool of pool pool: 409 PoolBeingResized'],
        ['2', '01:00:00', expect.any(String), '30m', 'fault sampleLoss'],
      ]);
      const marked = await canvasTexts(page);
      expect(marked.length).toBe(unmarked.length);
      for (const [i, picture] of marked.entries()) expect(picture).not.toBe(unmarked[i]);
      expect(complaints).toEqual([]);
    });

    it('draws charts with axes, units and a legend, and complains about nothing', async () => {
      const { page, complaints } = await open(runReport());
      const titles = await page.locator('figcaption').allTextContents();
      expect(titles).toEqual([
        'Nodes by kind, with targets',
        'Pending and running tasks',
        'Cost, accumulating',
      ]);
      for (const colours of await canvasColours(page)) expect(colours).toBeGreaterThan(5);
      const described = await page
        .locator('[role=img]')
        .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')));
      expect(described[2]).toContain('cost (USD)');
      const legends = await page.locator('.u-legend').allInnerTexts();
      for (const name of ['dedicated', 'target dedicated', 'spot', 'target spot', 'idle']) {
        expect(legends[0]).toContain(name);
      }
      expect(legends[1]).toContain('pending (active)');
      expect(legends[1]).toContain('running');
      expect(complaints).toEqual([]);
    });

    it('writes the labels of the axes: elapsed time, clock in UTC, unit', async () => {
      const html = runReport();
      const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
      await context.addInitScript(() => {
        const written: string[] = [];
        Object.assign(window, { written });
        // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own receiver below
        const fillText = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
          written.push(text);
          fillText.call(this, text, x, y);
        };
      });
      const page = await context.newPage();
      await page.setContent(html);
      await page.locator('canvas').last().waitFor();
      const written = await page.evaluate(
        () => (window as unknown as { written: string[] }).written,
      );
      expect(written).toEqual(
        expect.arrayContaining(['time since start', 'clock (UTC)', 'nodes', 'tasks', 'cost (USD)']),
      );
      expect(written).toContain('1h');
      expect(written).toContain('2026-03-07');
      await context.close();
    });

    it('shows the values under the cursor in all charts at once', async () => {
      const { page } = await open(runReport());
      await page.locator('.u-over').first().hover();
      await expect
        .poll(async () => {
          const legends = await page.locator('.u-legend').allInnerTexts();
          return legends.map((legend) => /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/.test(legend));
        })
        .toEqual([true, true, true]);
    });

    it('shows the autoscale runs, highlights errors and filters', async () => {
      const { page } = await open(runReport());
      const rows = page.locator('.runs tbody tr');
      expect(await rows.count()).toBeGreaterThan(20);
      await page.getByLabel('errors only').check();
      expect(await rows.count()).toBe(1);
      expect(await rows.first().getAttribute('class')).toBe('failed');
      expect(await rows.first().innerText()).toContain('InsufficientSampleData');
      await page.getByLabel('errors only').uncheck();
      await page.getByLabel('find').fill('no such variable');
      expect(await rows.count()).toBe(0);
    });

    it('pages through long lists of runs without leaving one out', async () => {
      const runs = Array.from({ length: 120 }, (_, i) => autoScaleRun({ atSeconds: 300 * i }));
      const pool = poolRecord();
      const long = runRecord({ pools: [{ ...pool, autoScale: { ...pool.autoScale!, runs } }] });
      const { page } = await open(runReport(long));
      const seen: string[] = [];
      for (;;) {
        seen.push(...(await page.locator('.runs tbody tr td:first-child').allTextContents()));
        const later = page.getByRole('button', { name: 'later' });
        if (await later.isDisabled()) break;
        await later.click();
      }
      expect(seen).toHaveLength(120);
      expect(new Set(seen).size).toBe(120);
    });

    it('overlays the formulas of a comparison and shows intervals', async () => {
      const { page, complaints } = await open(await comparisonReport());
      expect(await page.locator('figcaption').count()).toBe(4);
      for (const colours of await canvasColours(page)) expect(colours).toBeGreaterThan(5);
      for (const legend of await page.locator('.u-legend').allInnerTexts()) {
        expect(legend).toContain('few');
        expect(legend).toContain('many');
      }
      const tables = await page.locator('.figures table').allInnerTexts();
      expect(tables).toHaveLength(2);
      expect(tables[0]).toMatch(/Mean wait\s/);
      expect(tables[1]).toContain('Differences to few, paired by seed');
      expect(complaints).toEqual([]);
    });

    it('ids that try to break out of the page do no harm', async () => {
      const evil = runRecord({
        name: hostile,
        seed: hostile,
        notes: [hostile],
        pools: [
          poolRecord({
            id: hostile,
            vmSize: hostile,
            autoScale: {
              formula: hostile,
              evaluationIntervalSeconds: 300,
              evaluations: 1,
              failedEvaluations: 1,
              runs: [
                autoScaleRun({ results: `a=${hostile}` }),
                autoScaleRun({
                  atSeconds: 300,
                  error: { code: hostile, message: '', values: [{ name: '', value: hostile }] },
                }),
              ],
            },
          }),
        ],
        end: {
          reason: 'stalled',
          atSeconds: 3600,
          partial: false,
          stalledTasks: [{ jobId: hostile, taskId: hostile, reason: hostile }],
        },
      });
      const { page, complaints } = await open(runReport(evil));
      expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.locator('script').count()).toBe(2);
      expect(await page.locator('h1').textContent()).toBe(`${hostile}: simulated run`);
      expect(await page.locator('.runs option').textContent()).toBe(`pool ${hostile}`);
      expect(complaints).toEqual([]);
    });

    it('runs no script but its own, were one to get in', async () => {
      const html = runReport().replace('<main', '<script>window.harmed = true</script><main');
      const { page, complaints } = await open(html);
      expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
      expect(complaints.join()).toContain('Content Security Policy');
    });

    it('fits a narrow screen without scrolling sideways', async () => {
      for (const html of [runReport(), await comparisonReport()]) {
        const { page } = await open(html, { viewport: { width: 360, height: 740 } });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(360);
        const canvas = (await page.locator('canvas').first().boundingBox())!;
        expect(canvas.width).toBeGreaterThan(200);
      }
    });

    it('is dark where the reader prefers that, and light on paper', async () => {
      const { page, complaints } = await open(runReport(), { colorScheme: 'dark' });
      const lightness = (): Promise<number> =>
        page.evaluate(() => {
          const [red = 0, green = 0, blue = 0] = getComputedStyle(document.body)
            .backgroundColor.match(/\d+/g)!
            .map(Number);
          return (red + green + blue) / 3;
        });
      expect(await lightness()).toBeLessThan(60);
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      expect(await lightness()).toBeGreaterThan(240);
      for (const colours of await canvasColours(page)) expect(colours).toBeGreaterThan(5);
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      expect(await lightness()).toBeLessThan(60);
      expect(complaints).toEqual([]);
    });
  },
);
