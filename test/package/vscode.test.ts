import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packed = process.env['POOLSCALE_PACKED'] === '1';
if (!packed) console.warn('SKIPPED: POOLSCALE_PACKED=1 packs the extension for Visual Studio Code');

describe.skipIf(!packed)('the extension for Visual Studio Code', { timeout: 300_000 }, () => {
  it('packs to a VSIX whose server runs', () => {
    const build = spawnSync(process.execPath, [join(root, 'scripts/build-vscode.mjs')], {
      encoding: 'utf8',
    });
    expect(build.stderr + build.stdout).toContain('Packaged');
    const files = unzipSync(readFileSync(join(root, 'dist/vscode/poolscale.vsix')));
    const manifest = JSON.parse(strFromU8(files['extension/package.json']!)) as {
      contributes: { languages: object[]; grammars: { path: string }[] };
    };
    for (const { path } of manifest.contributes.grammars) {
      expect(files).toHaveProperty([join('extension', path)]);
    }
    const folder = mkdtempSync(join(tmpdir(), 'poolscale-vsix-'));
    for (const [name, content] of Object.entries(files)) {
      if (!name.startsWith('extension/server/')) continue;
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const server = join(folder, 'extension/server/bin/poolscale.js');
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const { stdout } = spawnSync(process.execPath, [server, 'lsp', '--stdio'], {
      input: `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      encoding: 'utf8',
    });
    expect(stdout).toContain('"name":"poolscale"');
    rmSync(folder, { recursive: true });
  });
});
