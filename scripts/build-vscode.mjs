// Packs the extension for Visual Studio Code into dist/vscode/poolscale.vsix: the client, the server and its grammars.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const extension = join(root, 'editors/vscode');
const staged = join(root, '.cache/vscode');
const tools = join(root, '.cache/vsce');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
/** The last release that runs on Node 20; a tool of this script only, with a hundred packages of its own. */
const packer = '@vscode/vsce@3.9.2';

function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(join(root, 'dist/bin/poolscale.js'))) await import('./build.mjs');
rmSync(staged, { recursive: true, force: true });
mkdirSync(staged, { recursive: true });
for (const name of ['package.json', 'README.md', 'language-configuration.json', 'syntaxes']) {
  cpSync(join(extension, name), join(staged, name), { recursive: true });
}
cpSync(
  join(root, 'grammar/autoscale.tmLanguage.json'),
  join(staged, 'syntaxes/autoscale.tmLanguage.json'),
);
cpSync(join(root, 'LICENSE'), join(staged, 'LICENSE'));
cpSync(join(root, 'THIRD-PARTY-NOTICES.md'), join(staged, 'THIRD-PARTY-NOTICES.md'));
for (const name of ['bin', 'grammars']) {
  cpSync(join(root, 'dist', name), join(staged, 'server', name), { recursive: true });
}
// The server is a module of its own kind inside an extension of CommonJS.
cpSync(join(root, 'package.json'), join(staged, 'server/package.json'));
await build({
  absWorkingDir: root,
  entryPoints: ['editors/vscode/src/extension.ts'],
  outfile: join(staged, 'dist/extension.js'),
  bundle: true,
  minify: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
  logLevel: 'warning',
});

if (!existsSync(join(tools, 'node_modules/.bin/vsce'))) {
  mkdirSync(tools, { recursive: true });
  run(npm, ['install', '--prefix', tools, '--no-save', '--ignore-scripts', '--silent', packer]);
}
mkdirSync(join(root, 'dist/vscode'), { recursive: true });
const output = join(root, 'dist/vscode/poolscale.vsix');
run(
  process.execPath,
  [join(tools, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', '--out', output],
  { cwd: staged },
);
