import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-headless-shell', 'google-chrome', 'chromium-browser'];

/** Path of a Chromium: POOLSCALE_CHROMIUM, else the first of the usual names on the path. */
export function findBrowser(): string | undefined {
  const named = process.env['POOLSCALE_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

export const browserRequired: boolean = process.env['POOLSCALE_REQUIRE_BROWSER'] === '1';

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
