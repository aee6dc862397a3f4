import { readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, it } from 'vitest';

import { viewNames } from '../../playground/src/state/playground-state.js';
import { encodeLink } from '../../playground/src/state/share-link.js';
import {
  describePlayground,
  nextSimulation,
  ready,
  servePlayground,
  writeText,
} from './playground-page.js';

const built = new URL('../../dist/playground/', import.meta.url);
const scripts = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.js'),
);

/** Makes code from text, in a turn of its own: what the debugger itself runs is above the policy. */
const makeCode = (): Promise<string> =>
  new Promise((resolve) => {
    setTimeout(() => {
      try {
        // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
        resolve(new Function('return "made"')() as string);
      } catch (error) {
        resolve((error as Error).name);
      }
    }, 0);
  });

describePlayground('safety of the playground', ({ url, open }) => {
  it('sends the policy with the page and with every script, those of workers too', async () => {
    for (const kind of ['simulation-worker', 'editor.worker', 'service-worker']) {
      expect(scripts.filter((file) => file.includes(kind))).not.toEqual([]);
    }
    for (const file of ['', ...scripts]) {
      const response = await fetch(url() + file);
      const policy = response.headers.get('content-security-policy') ?? '';
      const directives = new Map(
        policy.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1)]),
      );
      expect(directives.get('default-src')).toEqual(["'none'"]);
      expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
      expect(directives.get('style-src')).toEqual(["'self'", "'unsafe-inline'"]);
      expect(directives.get('font-src')).toEqual(["'self'", 'data:']);
      expect(directives.get('img-src')).toEqual(["'self'", 'data:']);
      expect(policy).not.toContain("'unsafe-eval'");
    }
  });

  it('allows no code made from text, on the page and in its workers', async () => {
    const { page, context } = await open();
    await ready(page);
    expect(await page.evaluate(makeCode)).toBe('EvalError');
    for (const kind of ['simulation-worker', 'editor.worker']) {
      const script = scripts.find((file) => file.includes(kind))!;
      const started = page.waitForEvent('worker');
      await page.evaluate((address) => {
        new Worker(address, { type: 'module' });
      }, url() + script);
      const worker = await started;
      expect(worker.url()).toBe(url() + script);
      expect(await worker.evaluate(makeCode)).toBe('EvalError');
    }
    await context.close();
  });

  it.each([
    [
      'with foreign characters',
      '1<script>window.harmed = true</script>',
      'it is cut off or damaged',
    ],
    ['of a later version', '9AAAA', 'it is of a version that this page does not know'],
    ['damaged', `1${'A'.repeat(5000)}`, 'it is cut off or damaged'],
    [
      'cut off',
      encodeLink({ formula: 'a = 1;', scenario: 'seed: 1' }).slice(0, -6),
      'it is cut off or damaged',
    ],
    ['huge', `1${'A'.repeat(250_000)}`, 'it is longer than any link of the playground'],
  ])('a link %s gives a message and runs nothing', async (_, fragment, reason) => {
    const { page, context } = await open(`#${fragment}`);
    await page.getByText(`The link could not be opened: ${reason}.`).waitFor();
    await ready(page);
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
    await context.close();
  });

  it('scripts in every field of a link stay text, in every view', async () => {
    const payload =
      '</script><script>window.harmed = true</script><img src=x onerror="window.harmed = true"><svg onload="window.harmed = true">';
    const scenario = `name: '${payload}'\npools: [{ id: '${payload}' }]\njobs: []\n`;
    const states = [
      { formula: payload, scenario: payload, otherFormula: payload, tests: payload },
      { formula: `a = "${payload}";`, scenario, tests: `cases: [{ name: '${payload}' }]\n` },
    ];
    const { page, context, errors } = await open();
    await ready(page);
    for (const state of states) {
      for (const view of viewNames) {
        await nextSimulation(page, () =>
          page.evaluate(
            (fragment) => {
              location.hash = fragment;
            },
            encodeLink({ ...state, view }),
          ),
        );
        await page.getByText('No new result').waitFor();
        expect(await page.locator('main').innerText()).toContain('onerror');
        for (const element of ['img', 'svg[onload]', 'script:not([src])']) {
          expect(await page.locator(`body ${element}`).count()).toBe(0);
        }
        expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
      }
    }
    expect(errors).toEqual([]);
    await context.close();
  });

  it('works under any path of another server', async () => {
    const { server } = await servePlayground();
    const prefix = '/tools/pools/';
    const other = createServer((request, response) => {
      const path = request.url ?? '/';
      if (!path.startsWith(prefix)) {
        response.writeHead(404).end();
        return;
      }
      request.url = path.slice(prefix.length - 1);
      server.emit('request', request, response);
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { page, context, errors } = await open();
    await page.goto(`http://127.0.0.1:${port}${prefix}`);
    await ready(page);
    await nextSimulation(page, () => writeText(page, '$TargetDedicatedNodes = 3;\n'));
    await page.getByText(/^Simulated in/).waitFor();
    expect(errors).toEqual([]);
    await context.close();
    other.close();
    server.close();
  });

  it('can be written in before the editor has come, and keeps the text and the place', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { page, context, errors } = await open('', {}, (fresh) =>
      fresh.route(/\/assets\/mount-editor-[\w-]+\.js$/, async (route) => {
        await held;
        await route.continue();
      }),
    );
    const field = page.locator('.plain-editor');
    await field.fill('$TargetDedicatedNodes = 5;\n// six');
    await page.getByText(/^Simulated in/).waitFor();
    expect(await page.locator('.monaco-editor').count()).toBe(0);
    release();
    await page.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.type(' or more');
    await expect
      .poll(() => page.locator('.view-lines').innerText())
      .toMatch(/\/\/\s+six\s+or\s+more/);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is small enough for a first visit', () => {
    const sizeOf = (file: string): number =>
      statSync(new URL(file, built), { throwIfNoEntry: false })?.size ?? 0;
    // Grammars are fetched when a file of their language is imported, and the library of properties when tests have some.
    const onDemand = /\.(?:br|wasm|map)$|^(?:fast-check|grammar-loader)-/;
    const files = readdirSync(built, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !onDemand.test(entry.name))
      .map(({ parentPath, name }) => `file://${parentPath}/${name}`);
    const total = files.reduce((sum, file) => sum + (sizeOf(`${file}.br`) || sizeOf(file)), 0);
    expect(total).toBeLessThan(1_600_000);
  });
});
