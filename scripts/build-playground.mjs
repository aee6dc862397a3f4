// Builds the page of the playground into dist/playground, with a compressed copy beside each file that gains by it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist/playground');

await import('./generate.mjs');
rmSync(folder, { recursive: true, force: true });
await build({
  root: join(root, 'playground'),
  configFile: join(root, 'playground/vite.config.ts'),
  logLevel: 'warn',
});

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(?:js|css|html|wasm|json|ttf)$/.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const content = readFileSync(file);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: content.length > 2_000_000 ? 9 : 11 };
  const compressed = brotliCompressSync(content, { params: quality });
  if (compressed.length < content.length) writeFileSync(`${file}.br`, compressed);
}
