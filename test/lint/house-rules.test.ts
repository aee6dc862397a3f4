import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

/** The rules of the house are only worth something if a violation is caught, so each is violated here. */
const eslint = new ESLint();

async function findings(filePath: string, code: string): Promise<string[]> {
  const config = (await eslint.calculateConfigForFile(filePath)) as {
    rules: Record<string, unknown>;
  };
  const bare = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        languageOptions: { parser: (await import('typescript-eslint')).parser },
        rules: Object.fromEntries(
          Object.entries(config.rules).filter(([name]) => name.startsWith('no-restricted')),
        ) as never,
      },
    ],
  });
  const [result] = await bare.lintText(code, { filePath });
  return result!.messages.map((message) => message.ruleId ?? message.message);
}

describe('layers', () => {
  it.each([
    ['src/base/x.ts', '../simulator/index.js'],
    ['src/parser/x.ts', '../checker/check.js'],
    ['src/evaluator/deep/x.ts', '../../simulator/input/pool-input.js'],
    ['src/simulator/x.ts', '../scenario/load-scenario.js'],
    ['src/report/x.ts', '../cli/main.js'],
  ])('%s may not import %s', async (file, target) => {
    expect(await findings(file, `import '${target}';`)).toEqual(['no-restricted-imports']);
  });

  it.each([
    ['src/simulator/x.ts', '../evaluator/pool-view.js'],
    ['src/cli/x.ts', '../report/index.js'],
    ['src/checker/x.ts', './types.js'],
  ])('%s may import %s', async (file, target) => {
    expect(await findings(file, `import '${target}';`)).toEqual([]);
  });

  it('only the command line and *.node.ts files use Node modules', async () => {
    const code = "import 'node:fs';";
    expect(await findings('src/workload/x.ts', code)).toEqual(['no-restricted-imports']);
    expect(await findings('src/experiment/x.node.ts', code)).toEqual([]);
    expect(await findings('src/cli/x.ts', code)).toEqual([]);
  });
});

describe('engine-dependent arithmetic', () => {
  it.each([
    'Math.log(2);',
    'Math.pow(2, 3);',
    "Math['exp'](1);",
    'Math.random();',
    '2 ** x;',
    'x **= 2;',
    'const { sin } = Math;',
    'new Intl.NumberFormat();',
    'x.toLocaleString();',
    'date.getHours();',
    "'a'.localeCompare('b');",
  ])('%s is banned in src/', async (code) => {
    expect(await findings('src/simulator/x.ts', code)).toHaveLength(1);
  });

  it('exact functions are not', async () => {
    const code = 'Math.floor(Math.sqrt(x)) + date.getUTCHours();';
    expect(await findings('src/simulator/x.ts', code)).toEqual([]);
  });
});
