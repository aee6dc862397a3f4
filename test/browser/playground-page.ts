import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

import { createStaticServer } from '../../src/cli/playground/static-server.js';
import { browserRequired, findBrowser, launchBrowser } from './browser.js';

const folder = fileURLToPath(new URL('../../dist/playground', import.meta.url));

/** The built playground behind its own server. */
export interface PlaygroundServer {
  readonly url: string;
  readonly server: Server;
}

export async function servePlayground(): Promise<PlaygroundServer> {
  const server = createStaticServer(folder);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, server };
}

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and of scripts; a test of a good page expects none. */
  readonly errors: string[];
}

export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await prepare(page);
  await page.goto(url);
  return { page, context, errors };
}

/** Waits until the editor is there and a simulation has ended. */
export async function ready(page: Page): Promise<void> {
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.getByText(/^Simulated in/).waitFor();
}

/** Replaces the text of the editor, by its keys. */
export async function writeText(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** The text of the editor, read as a person reads it. */
export async function editorText(page: Page): Promise<string> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** A result that a change of the texts led to. */
export async function nextSimulation(page: Page, change: () => Promise<unknown>): Promise<void> {
  await change();
  // The wait before a simulation is a fifth of a second: what comes after it is of the new text.
  await page.waitForTimeout(250);
  await page.getByText(/^(?:Simulated in|No new result)/).waitFor();
}

/** What a group of tests has: the page's server, and pages in windows of their own. */
export interface PlaygroundTests {
  readonly url: () => string;
  /** `prepare` has the page before anything is loaded. */
  readonly open: (
    path?: string,
    options?: BrowserContextOptions,
    prepare?: (page: Page) => Promise<unknown>,
  ) => Promise<OpenedPage>;
}

/** A group of tests with a browser and a server of its own; skipped where no browser is. */
export function describePlayground(name: string, tests: (given: PlaygroundTests) => void): void {
  const executable = findBrowser();
  const absent = executable === undefined && !browserRequired;
  if (absent) console.warn('SKIPPED: no Chromium found (POOLSCALE_CHROMIUM names one)');
  describe.skipIf(absent)(name, { timeout: 60_000 }, () => {
    let browser: Browser;
    let served: PlaygroundServer;
    beforeAll(async () => {
      if (executable === undefined) throw new Error('no Chromium found, and one is required');
      browser = await launchBrowser(executable);
      served = await servePlayground();
    }, 60_000);
    afterAll(async () => {
      await browser.close();
      served.server.close();
    });
    tests({
      url: () => served.url,
      open: (path = '', options, prepare) => openPage(browser, served.url + path, options, prepare),
    });
  });
}
