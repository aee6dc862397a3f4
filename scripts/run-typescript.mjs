// Bundles a TypeScript program of this repository into .cache/ and runs it, on any supported Node version.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs `entry` (a path from the repository root) with `args`; returns its exit code. */
export async function runTypeScript(entry, args = [], nodeFlags = []) {
  const outfile = join(root, '.cache', entry.replace(/\.ts$/, '.mjs'));
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Finds its executable beside itself.
    external: ['esbuild', 'playwright-core'],
    banner: {
      js:
        "import { createRequire as poolscaleCreateRequire } from 'node:module';\n" +
        'const require = poolscaleCreateRequire(import.meta.url);',
    },
    logLevel: 'warning',
  });
  const run = spawnSync(process.execPath, [...nodeFlags, outfile, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return run.status ?? 1;
}
