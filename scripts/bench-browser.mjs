import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runTypeScript } from './run-typescript.mjs';

const page = fileURLToPath(new URL('../dist/playground/index.html', import.meta.url));
if (!existsSync(page)) await import(join('file://', import.meta.dirname, 'build-playground.mjs'));
process.exitCode = await runTypeScript('bench/browser/main.ts', process.argv.slice(2));
