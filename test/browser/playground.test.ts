import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { defaultScenario } from '../../playground/src/gallery/default-scenario.js';
import { encodeLink } from '../../playground/src/state/share-link.js';
import { browserRequired, findBrowser, launchBrowser } from './browser.js';
import {
  editorText,
  nextSimulation,
  openPage,
  ready,
  servePlayground,
  writeText,
  type OpenedPage,
  type PlaygroundServer,
} from './playground-page.js';

const executable = findBrowser();
if (executable === undefined && !browserRequired) {
  console.warn('SKIPPED: no Chromium found (POOLSCALE_CHROMIUM names one)');
}

const command = fileURLToPath(new URL('../../dist/bin/poolscale.js', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const fixed = '$TargetDedicatedNodes = 4;\n$NodeDeallocationOption = taskcompletion;\n';

interface AxeFinding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core holds against the page, serious and critical findings only. */
async function seriousFindings(page: Page): Promise<string[]> {
  // The policy of the page admits no script from elsewhere: this one comes through the debugger.
  await page.evaluate(axe);
  const findings = await page.evaluate(
    async () =>
      (
        await (
          globalThis as unknown as { axe: { run(): Promise<{ violations: AxeFinding[] }> } }
        ).axe.run()
      ).violations,
  );
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

describe.skipIf(executable === undefined && !browserRequired)(
  'the playground in a browser',
  { timeout: 60_000 },
  () => {
    let browser: Browser;
    let served: PlaygroundServer;
    let opened: OpenedPage;
    let page: Page;

    beforeAll(async () => {
      if (executable === undefined) throw new Error('no Chromium found, and one is required');
      browser = await launchBrowser(executable);
      served = await servePlayground();
      opened = await openPage(browser, served.url);
      ({ page } = opened);
      await ready(page);
    }, 60_000);

    afterAll(async () => {
      await browser.close();
      served.server.close();
    });

    it('simulates what is written', async () => {
      await nextSimulation(page, () => writeText(page, fixed));
      const figures = page.locator('.figures');
      await expect.poll(() => figures.innerText()).toMatch(/Peak nodes\s+4\b/);
      expect(await page.locator('.u-over').count()).toBe(3);
    });

    it('completes, shows findings at once and fixes them', async () => {
      await writeText(page, 'work = $PendingTasks');
      await page.keyboard.type('.');
      const suggestions = page.locator('.suggest-widget');
      await suggestions.getByText('GetSamplePercent').first().waitFor();
      await page.keyboard.type('Count');
      await page.keyboard.press('Enter');
      expect(await editorText(page)).toContain('$PendingTasks.Count()');
      await writeText(
        page,
        '# a comment\n$TargetDedicatedNodes = 1;\n$NodeDeallocationOption = requeue;\n',
      );
      await page.locator('.squiggly-error').first().waitFor();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget').getByText(/\/\//).first().click();
      await expect.poll(() => editorText(page)).toMatch(/^\/\/ a comment/);
    });

    it('hovers with documentation', async () => {
      await writeText(page, fixed);
      await page.locator('.view-line span', { hasText: '$TargetDedicatedNodes' }).last().hover();
      await page.locator('.monaco-hover').getByText('Number of dedicated nodes').waitFor();
      await page.mouse.move(0, 0);
    });

    it('the time cursor shows the value of every variable in the editor', async () => {
      await nextSimulation(page, () => page.getByLabel('Idiom').selectOption('guarded-average'));
      await page.getByLabel('evaluation').fill('6');
      await page.getByText(/^30m: target/).waitFor();
      // The charts have the values of that instant, without a pointer on them.
      const legend = page.locator('.u-legend').first();
      await expect.poll(() => legend.innerText()).toMatch(/30m, \S+ 08:30:00 UTC\s+dedicated\s*\d/);
      await expect.poll(() => page.locator('.view-lines').first().innerText()).toMatch(/=\s+100/);
      await page.getByRole('tab', { name: 'Trace' }).click();
      await page.locator('.trace summary').first().waitFor();
      expect(await page.locator('.result').innerText()).toContain('percent=100');
      await page.getByRole('tab', { name: 'Simulation' }).click();
    });

    it('a click on a chart chooses the evaluation at that time', async () => {
      await page
        .locator('.u-over')
        .first()
        .click({ position: { x: 5, y: 40 } });
      await page.getByText(/^0s: target|^5m: target/).waitFor();
    });

    it('lists the autoscale runs', async () => {
      await page.getByRole('tab', { name: 'Runs' }).click();
      await page.getByRole('button', { name: '10m', exact: true }).click();
      await page.getByRole('button', { name: '10m', exact: true, pressed: true }).waitFor();
      await page.getByRole('tab', { name: 'Simulation' }).click();
    });

    it('compares two formulas on one world', async () => {
      await nextSimulation(page, () => page.getByRole('button', { name: 'A/B' }).click());
      await nextSimulation(page, () => writeText(page, fixed));
      await page.getByText('Both formulas on the same world').waitFor();
      const head = await page.locator('table.figures thead').innerText();
      expect(head).toMatch(/A\s+B\s+B − A/);
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'A/B' }).click();
      await page.getByText('Both formulas on the same world').waitFor({ state: 'detached' });
    });

    it('evaluates on samples that a person writes', async () => {
      await page.getByRole('tab', { name: 'Evaluate' }).click();
      await page.locator('.result').getByText('$TargetDedicatedNodes=').waitFor();
    });

    it('runs tests of the formula', async () => {
      await page.getByRole('tab', { name: 'Test results' }).click();
      await page.getByRole('button', { name: 'Start with an example' }).click();
      await page.getByText('3 passed, 0 failed, 0 skipped').waitFor();
      await page.getByRole('tab', { name: 'Formula', exact: true }).click();
      await writeText(page, '$TargetDedicatedNodes = 90;');
      await page.getByText(/3 failed/).waitFor();
      expect(await page.locator('.cases').innerText()).toContain('expected');
    });

    it('shares a link that opens the same again', async () => {
      await nextSimulation(page, () => writeText(page, fixed));
      await page.getByRole('button', { name: 'Share' }).click();
      const dialog = page.getByRole('dialog');
      const link = await dialog.getByRole('textbox').inputValue();
      expect(await dialog.innerText()).toMatch(/\d+ characters/);
      await page.keyboard.press('Escape');
      const again = await openPage(browser, link);
      await ready(again.page);
      expect(await editorText(again.page)).toBe(fixed);
      expect(again.errors).toEqual([]);
      await again.context.close();
    });

    it('gives the JSON of the command, byte for byte', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'poolscale-playground-'));
      const link = encodeLink({ formula: fixed, scenario: defaultScenario });
      const again = await openPage(browser, `${served.url}#${link}`);
      await ready(again.page);
      const downloading = again.page.waitForEvent('download');
      await again.page.getByRole('button', { name: 'Download run.json' }).click();
      const file = await (await downloading).path();
      writeFileSync(join(folder, 'formula.autoscale'), fixed);
      writeFileSync(join(folder, 'scenario.yaml'), defaultScenario);
      const args = ['simulate', 'scenario.yaml', '--format', 'json', '--quiet'];
      const run = spawnSync(process.execPath, [command, ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(readFileSync(file, 'utf8')).toBe(run.stdout);
      await again.context.close();
      rmSync(folder, { recursive: true });
    });

    it('turns knobs of the scenario', async () => {
      await page.getByRole('tab', { name: 'Knobs' }).click();
      await nextSimulation(page, async () => {
        await page.getByLabel('Task slots per node').fill('8');
        await page.keyboard.press('Tab');
      });
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('tab', { name: 'Scenario' }).click();
      expect(await editorText(page)).toContain('taskSlotsPerNode: 8');
      // The form takes the place of the editor, and the editor comes back into it.
      expect(await page.locator('.plain-editor').count()).toBe(0);
      const place = (await page.locator('.monaco-editor').first().boundingBox())!;
      const tabs = (await page.getByRole('tablist', { name: 'Texts' }).boundingBox())!;
      expect(place.y).toBe(tabs.y + tabs.height);
    });

    it('says what is wrong with a scenario and keeps the last result', async () => {
      const before = await editorText(page);
      await nextSimulation(page, () => writeText(page, 'seed: 1\npool: []\n'));
      await page.getByText('No new result').waitFor();
      const errors = page.locator('.status .error');
      expect(await errors.first().innerText()).toMatch(/^scenario\.yaml:\d+:\d+: /);
      expect(await errors.allInnerTexts()).toContainEqual(
        expect.stringMatching(/^scenario\.yaml:2:1: unknown key pool \(did you mean pools\?\)$/),
      );
      await nextSimulation(page, () => writeText(page, before));
      await page.getByRole('tab', { name: 'Formula', exact: true }).click();
    });

    it('switches between light and dark', async () => {
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await background();
      await page.getByRole('button', { name: 'Dark' }).click();
      expect(await background()).not.toBe(light);
      expect(await page.locator('.monaco-editor.vs-dark').count()).toBeGreaterThan(0);
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Light' }).click();
    });

    it.each(['Simulation', 'Runs', 'Trace', 'Evaluate', 'Test results', 'Export'])(
      'has no serious accessibility problem in the view %s',
      async (view) => {
        await page.getByRole('tab', { name: view, exact: true }).click();
        expect(await seriousFindings(page)).toEqual([]);
      },
    );

    it.each(['Import', 'Share'])(
      'has no serious accessibility problem in the dialog %s, which Escape closes',
      async (name) => {
        await page.getByRole('button', { name }).click();
        await page.getByRole('dialog', { name }).waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      },
    );

    it.each(['Simulation', 'Runs', 'Trace', 'Evaluate', 'Test results', 'Export'])(
      'fits a phone in the view %s',
      async (name) => {
        await page.setViewportSize({ width: 390, height: 844 });
        await page.getByRole('tab', { name, exact: true }).click();
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
          .toBeLessThanOrEqual(390);
        for (const summary of await page.locator('.view summary').all()) await summary.click();
        const view = page.locator('.view');
        expect(await view.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
        for (const tab of await page.getByRole('tab').all()) {
          const { x, width } = (await tab.boundingBox())!;
          expect(x + width).toBeLessThanOrEqual(390);
        }
        expect(await seriousFindings(page)).toEqual([]);
        await page.setViewportSize({ width: 1400, height: 900 });
      },
    );

    it('draws charts anew for another width', async () => {
      await page.getByRole('tab', { name: 'Simulation' }).click();
      const width = () =>
        page
          .locator('.u-over')
          .first()
          .evaluate((over) => over.clientWidth);
      await page.setViewportSize({ width: 390, height: 844 });
      await expect.poll(width).toBeLessThan(390);
      await page.setViewportSize({ width: 1400, height: 900 });
      await expect.poll(width).toBeGreaterThan(400);
    });

    it('lets a phone scroll on where the editor has no more to scroll', async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
      await page.locator('.monaco-editor').first().hover();
      await page.mouse.wheel(0, 400);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
      await page.setViewportSize({ width: 1400, height: 900 });
    });

    it('shows no head when it is embedded', async () => {
      const embedded = await openPage(browser, `${served.url}?embed`);
      await ready(embedded.page);
      expect(await embedded.page.locator('header.page-head').count()).toBe(0);
      expect(embedded.errors).toEqual([]);
      await embedded.context.close();
    });

    it('ends a runaway scenario when told to, and stays usable', async () => {
      const runaway = defaultScenario
        .replace('until: PT8H', 'count: 900000000')
        .replace('mean: 60', 'mean: 0.5');
      const link = encodeLink({ formula: fixed, scenario: runaway });
      const stuck = await openPage(browser, `${served.url}#${link}`);
      await stuck.page.getByRole('button', { name: 'Cancel' }).click();
      await stuck.page.getByText('No new result: cancelled.').waitFor();
      await stuck.page.goto(
        `${served.url}#${encodeLink({ formula: fixed, scenario: defaultScenario })}`,
      );
      await ready(stuck.page);
      expect(stuck.errors).toEqual([]);
      await stuck.context.close();
    });

    it('works offline after the first load', async () => {
      const offline = await openPage(browser, served.url);
      await ready(offline.page);
      await offline.page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      await offline.context.setOffline(true);
      await offline.page.reload();
      await ready(offline.page);
      await nextSimulation(offline.page, () => writeText(offline.page, fixed));
      await offline.page.getByText(/^Simulated in/).waitFor();
      await offline.page.getByRole('tab', { name: 'Test results' }).click();
      await offline.page.getByRole('button', { name: 'Start with an example' }).click();
      await offline.page.getByText(/\d passed, \d failed/).waitFor();
      expect(offline.errors).toEqual([]);
      await offline.context.close();
    });

    it('had no error in its console all the while', () => {
      expect(opened.errors).toEqual([]);
    });
  },
);
