// Builds dist/: the library by tsc, the command bundled, in chunks. `npm ci` runs this by way of `prepare`.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const dist = join(root, 'dist');

/** The command depends on packages in CommonJS, which ask for `require`. */
const requireShim =
  "import { createRequire as poolscaleCreateRequire } from 'node:module';\n" +
  'const require = poolscaleCreateRequire(import.meta.url);';

const alias = { debug: join(root, 'scripts/bundle/no-debug.cjs') };

await import('./generate.mjs');

// The playground has a build of its own.
for (const entry of existsSync(dist) ? readdirSync(dist) : []) {
  if (entry !== 'playground' && entry !== 'vscode') rmSync(join(dist, entry), { recursive: true });
}
const tsc = spawnSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', root], {
  stdio: 'inherit',
});
if (tsc.status !== 0) process.exit(tsc.status ?? 1);

// The special functions are some 200 tiny packages: bundled here, so that users do not install them.
await build({
  absWorkingDir: root,
  entryPoints: ['src/base/math/special-functions.ts'],
  outfile: 'dist/base/math/special-functions.js',
  allowOverwrite: true,
  bundle: true,
  alias,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2023',
  legalComments: 'eof',
});

// Grammars of host languages are read when the first file of a language asks for them.
const { grammarFiles } = await import('../dist/extract/load-grammar.node.js');
mkdirSync(join(root, 'dist/grammars'), { recursive: true });
for (const [name, file] of Object.entries(grammarFiles)) {
  copyFileSync(require.resolve(file), join(root, 'dist/grammars', `${name}.wasm`));
}

mkdirSync(join(root, 'dist/bin'), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts'],
  // A command loads its own chunks only; they stand beside it, so that paths of other files hold in all of them.
  outdir: 'dist/bin',
  entryNames: 'poolscale',
  chunkNames: 'chunk-[hash]',
  splitting: true,
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  alias,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  banner: { js: requireShim },
  legalComments: 'external',
  logLevel: 'warning',
});
chmodSync(join(root, 'dist/bin/poolscale.js'), 0o755);
