// Writes the generated sources: the script and style of the HTML report as strings, the pages of the rules, the version of the command.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const head = '// Written by scripts/generate.mjs. Not for editing.\n';

/** Writes a file unless it is up to date, so that watching tools are not woken for nothing. */
function write(path, content) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  let present;
  try {
    present = readFileSync(file, 'utf8');
  } catch {
    present = undefined;
  }
  if (present !== content) writeFileSync(file, content);
}

async function bundle(entryPoint, options) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entryPoint],
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'inline',
    charset: 'utf8',
    logLevel: 'warning',
    ...options,
  });
  return outputFiles[0].text.trim();
}

const contentHash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const script = await bundle('src/report/html/client/main.ts', {
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  // The script stands inside an HTML page.
  supported: { 'inline-script': false },
});
const style = await bundle('src/report/html/client/report.css', {});
if (/<\/script|<!--/i.test(script)) throw new Error('the report script would end its own element');
if (/<\/style/i.test(style)) throw new Error('the report style would end its own element');

write(
  'src/report/html/assets.generated.ts',
  `${head}
/** Bundle of client/main.ts with uPlot (MIT, © Leon Sorokin). */
export const clientScript: string = ${JSON.stringify(script)};
export const clientScriptHash: string = ${JSON.stringify(contentHash(script))};
export const styleSheet: string = ${JSON.stringify(style)};
export const styleSheetHash: string = ${JSON.stringify(contentHash(style))};
`,
);

const pages = readdirSync(join(root, 'docs/rules'))
  .filter((file) => file.endsWith('.md') && file !== 'README.md')
  .sort()
  .map((file) => [file.replace(/\.md$/, ''), readFileSync(join(root, 'docs/rules', file), 'utf8')]);
write(
  'src/cli/rule-pages.generated.ts',
  `${head}
/** docs/rules by the id of the rule. */
export const rulePages: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(pages))};
`,
);

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
write(
  'src/cli/version.generated.ts',
  `${head}
export const version: string = ${JSON.stringify(version)};
`,
);
