import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { describePlayground, ready } from './playground-page.js';

/** When the page had what, in milliseconds since it was opened. */
interface Moments {
  readonly editor: number;
  readonly offline: number;
  readonly fetched: Readonly<Record<string, number>>;
}

/** Runs in the page before its own scripts. */
function watch(): void {
  const moments = { editor: 0, offline: 0 };
  Object.assign(globalThis, { moments });
  new MutationObserver((_, observer) => {
    if (document.querySelector('.monaco-editor .view-line') === null) return;
    observer.disconnect();
    moments.editor = performance.now();
  }).observe(document, { childList: true, subtree: true });
  const { serviceWorker } = navigator;
  const register = serviceWorker.register.bind(serviceWorker);
  serviceWorker.register = (...given) => {
    moments.offline = performance.now();
    return register(...given);
  };
}

function readMoments(): Moments {
  const { moments } = globalThis as unknown as { moments: Omit<Moments, 'fetched'> };
  const fetched = performance.getEntriesByType('resource').map(({ name, startTime }) => {
    const file = name.slice(name.lastIndexOf('/') + 1);
    return [file.replace(/-[\w-]{8}\.\w+$/, ''), startTime] as const;
  });
  return { ...moments, fetched: Object.fromEntries(fetched) };
}

/** Milliseconds after which a simulation no longer waits for an editor that is slow to come. */
const patience = 1500;

describePlayground('start of the playground', ({ url, open }) => {
  it('the editor comes first, then the simulation, then the copies for pages without a network', async () => {
    const { page, context } = await open('404');
    await page.addInitScript(watch);
    await page.goto(url());
    await ready(page);
    await page.locator('.charts .u-over').first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const { editor, offline, fetched } = await page.evaluate(readMoments);
    expect(fetched['mount-editor']).toBeLessThan(editor);
    expect(fetched['formula-service']).toBeGreaterThan(editor);
    expect(fetched['simulation-worker']).toBeGreaterThan(Math.min(editor, patience));
    expect(fetched['simulation-results']).toBeGreaterThan(Math.min(editor, patience));
    expect(offline).toBeGreaterThan(Math.max(editor, fetched['simulation-worker']!));
    // What only some people use.
    for (const file of ['knobs-form', 'scenario.schema', 'import-text', 'grammar-loader']) {
      expect(fetched).not.toHaveProperty([file]);
    }
    await context.close();
  });

  it('names the editor in the head of the page, at a low priority', () => {
    const page = readFileSync(new URL('../../dist/playground/index.html', import.meta.url), 'utf8');
    expect(page).toMatch(
      /<link rel="modulepreload" href="\.\/assets\/mount-editor-[^"]+\.js" crossorigin fetchpriority="low">/,
    );
    expect(page).toMatch(
      /<link rel="preload" as="style" href="\.\/assets\/mount-editor-[^"]+\.css" crossorigin fetchpriority="low">/,
    );
  });
});
