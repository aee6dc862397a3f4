import { readFileSync } from 'node:fs';

import type { Page, Request } from 'playwright-core';
import { expect, it } from 'vitest';

import { exportFormats } from '../../playground/src/interchange/export-formats.js';
import { importText } from '../../playground/src/interchange/import-text.js';
import type { PlaygroundState } from '../../playground/src/state/playground-state.js';
import { encodeLink } from '../../playground/src/state/share-link.js';
import { loadGrammar } from '../../src/extract/load-grammar.node.js';
import { hostileFormulas } from '../playground/hostile-formulas.js';
import { describePlayground, editorText, nextSimulation, ready } from './playground-page.js';

const formula = '$TargetDedicatedNodes = 2;\n';
const scenario = `seed: 1
until: drained
pools:
  - id: pool
    vmSize: Standard_D4s_v5
    enableAutoScale: true
    autoScaleFormula: { file: formula.autoscale }
    autoScaleEvaluationInterval: PT5M
jobs:
  - id: recorded
    poolInfo: { poolId: pool }
    tasks: [{ from: trace.swf, format: swf }]
`;

/** A log in the standard workload format: jobs of one processor, a minute apart. */
function traceOf(jobs: number, seconds: number): Buffer {
  const lines = Array.from(
    { length: jobs },
    (_, i) => `${i + 1} ${i * 60} 0 ${seconds} 1 -1 -1 1 -1 -1 1 1 1 -1 -1 -1 -1 -1`,
  );
  return Buffer.from(`; UnixStartTime: 1772438400\n${lines.join('\n')}\n`);
}

async function finishedTasks(page: Page): Promise<number> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download run.json' }).click();
  const file = await (await downloading).path();
  const { record } = JSON.parse(readFileSync(file, 'utf8')) as {
    record: { readonly tasks: { readonly succeeded: number } };
  };
  return record.tasks.succeeded;
}

describePlayground('files of the playground', ({ url, open }) => {
  it('a trace changes the simulation, and stays in the browser', async () => {
    const { page, context, errors } = await open(`#${encodeLink({ formula, scenario })}`);
    await page.getByText('No new result').waitFor();
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const requests: Request[] = [];
    context.on('request', (request) => requests.push(request));

    await page.getByRole('button', { name: 'Import' }).click();
    const input = page.getByLabel('Open traces or price books');
    const upload = (buffer: Buffer): Promise<void> =>
      input.setInputFiles({ name: 'trace.swf', mimeType: 'text/plain', buffer });
    await nextSimulation(page, () => upload(traceOf(12, 300)));
    expect(await page.getByRole('dialog').innerText()).toContain('trace.swf');
    await page.keyboard.press('Escape');
    await page.getByText(/^Simulated in/).waitFor();
    expect(await finishedTasks(page)).toBe(12);

    await page.getByRole('button', { name: 'Import' }).click();
    await nextSimulation(page, () => upload(traceOf(30, 300)));
    await page.keyboard.press('Escape');
    await page.getByText(/^Simulated in/).waitFor();
    expect(await finishedTasks(page)).toBe(30);

    // The download is a blob of the page itself; a worker that starts anew reads its own script.
    const sent = requests.filter((request) => !request.url().startsWith('blob:'));
    expect(sent.filter((request) => request.method() !== 'GET').map((each) => each.url())).toEqual(
      [],
    );
    for (const request of sent) {
      expect(request.url()).toMatch(new RegExp(`^${url()}assets/[\\w.-]+\\.js$`));
    }
    await page.getByRole('button', { name: 'Share' }).click();
    const link = await page.getByRole('dialog').getByRole('textbox').inputValue();
    expect(link.length).toBeLessThan(1000);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('imports from Terraform', async () => {
    const { page, context, errors } = await open();
    await ready(page);
    await page.getByRole('button', { name: 'Import' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('textbox')
      .fill(
        'resource "azurerm_batch_pool" "main" {\n  auto_scale {\n    formula = "$TargetDedicatedNodes = 7;"\n  }\n}\n',
      );
    await dialog.getByRole('button', { name: 'Find formulas' }).click();
    await dialog.getByRole('button', { name: /^Take/ }).click();
    expect(await editorText(page)).toBe('$TargetDedicatedNodes = 7;');
    expect(errors).toEqual([]);
    await context.close();
  });

  it('exports to each format what is read back as it was, and copies it', async () => {
    // Monaco writes every line end as a line feed; the others are in the tests of the writers.
    const hostile = hostileFormulas
      .map((each) => each.formula)
      .filter((text) => !text.includes('\r'));
    const { page, context, errors } = await open();
    await ready(page);
    for (const text of [formula, ...hostile]) {
      const state: PlaygroundState = { formula: text, scenario, view: 'export' };
      await page.evaluate((fragment) => {
        location.hash = fragment;
      }, encodeLink(state));
      for (const { format } of exportFormats) {
        await page.getByLabel('format').selectOption(format);
        const shown = (await page.locator('.export').textContent())!;
        const { found } = await importText(shown, loadGrammar);
        expect(found.map((each) => each.formula)).toEqual([text]);
        await page.getByRole('button', { name: 'Copy', exact: true }).click();
        await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
      }
    }
    expect(errors).toEqual([]);
    await context.close();
  });

  const fixtures = JSON.parse(
    readFileSync(new URL('../playground/fixtures/links.json', import.meta.url), 'utf8'),
  ) as readonly {
    readonly about: string;
    readonly fragment: string;
    readonly state: PlaygroundState;
  }[];

  it.each(fixtures)('opens the committed link: $about', async ({ fragment, state }) => {
    const { page, context, errors } = await open(`#${fragment}`);
    await page.locator('.monaco-editor .view-line').first().waitFor();
    expect(await editorText(page)).toBe(state.formula);
    await page.getByRole('tab', { name: 'Scenario', exact: true }).click();
    expect(await editorText(page)).toBe(state.scenario);
    if (state.otherFormula !== undefined) {
      await page.getByRole('tab', { name: 'Formula B' }).click();
      expect(await editorText(page)).toBe(state.otherFormula);
    }
    if (state.tests !== undefined) {
      await page.getByRole('tab', { name: 'Tests', exact: true }).click();
      expect(await editorText(page)).toBe(state.tests);
    }
    expect(errors).toEqual([]);
    await context.close();
  });
});
