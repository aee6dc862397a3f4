import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { PoolView } from '../../src/evaluator/pool-view.js';
import { averageOfWindow, newestSample, samplePercent } from './reference-formula.js';

const folder = resolve('.cache/bench-libraries');
const packages = ['filtrex@3.1.0', 'expr-eval@2.0.2', '@marcbachmann/cel-js@8.0.0'];

/** Installs the libraries for the bench alone; false where no registry can be reached. */
function install(): boolean {
  if (packages.every((name) => existsSync(join(folder, 'node_modules', nameOf(name))))) return true;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const options = { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' } as const;
  return (
    spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', ...packages], options).status ===
    0
  );
}

function nameOf(specifier: string): string {
  return specifier.slice(0, specifier.lastIndexOf('@'));
}

/** What the bench uses of each library. */
interface Filtrex {
  readonly compileExpression: (
    text: string,
    options: { readonly extraFunctions: Record<string, unknown> },
  ) => (variables: Record<string, unknown>) => unknown;
}
interface ExprEval {
  readonly Parser: new () => {
    readonly functions: Record<string, unknown>;
    readonly parse: (text: string) => {
      readonly toJSFunction: (parameters: string) => (...values: readonly unknown[]) => unknown;
    };
  };
}
interface Cel {
  readonly Environment: new () => CelEnvironment;
}
interface CelEnvironment {
  readonly registerVariable: (name: string, type: string) => CelEnvironment;
  readonly registerFunction: (signature: string, body: unknown) => CelEnvironment;
  readonly parse: (text: string) => (variables: Record<string, unknown>) => unknown;
}

export type Evaluate = (view: PoolView) => number;

const store = { percent: samplePercent, average: averageOfWindow, newest: newestSample };

/** The reference formula as one expression in the dialect of each library; every one sees the same functions of the store. */
export async function expressionLibraries(): Promise<ReadonlyMap<string, Evaluate> | undefined> {
  if (!install()) return undefined;
  const require = createRequire(join(folder, 'index.js'));
  const load = async (name: string): Promise<unknown> =>
    import(pathToFileURL(require.resolve(name)).href);
  return new Map([
    ['filtrex', filtrex((await load('filtrex')) as Filtrex)],
    ['expr-eval', exprEval(require('expr-eval') as ExprEval)],
    ['cel-js', cel((await load('@marcbachmann/cel-js')) as Cel)],
  ]);
}

function filtrex({ compileExpression }: Filtrex): Evaluate {
  const text =
    'min(100, max(if percent(pool) >= 70 then average(pool) else max(0, newest(pool)), floor(target / 2)))';
  const evaluate = compileExpression(text, { extraFunctions: store });
  const variables = { pool: undefined as unknown, target: 0 };
  return (view) => {
    variables.pool = view;
    variables.target = view.targetDedicatedNodes;
    return Math.trunc(evaluate(variables) as number);
  };
}

function exprEval({ Parser }: ExprEval): Evaluate {
  const parser = new Parser();
  Object.assign(parser.functions, store, { max: Math.max, min: Math.min, floor: Math.floor });
  const text =
    'min(100, max(percent(pool) >= 70 ? average(pool) : max(0, newest(pool)), floor(target / 2)))';
  const evaluate = parser.parse(text).toJSFunction('pool,target');
  return (view) => Math.trunc(evaluate(view, view.targetDedicatedNodes) as number);
}

function cel({ Environment }: Cel): Evaluate {
  const evaluate = new Environment()
    .registerVariable('pool', 'dyn')
    .registerVariable('target', 'double')
    .registerFunction('percent(dyn): double', store.percent)
    .registerFunction('average(dyn): double', store.average)
    .registerFunction('newest(dyn): double', store.newest)
    .registerFunction('max(double, double): double', Math.max)
    .registerFunction('min(double, double): double', Math.min)
    .registerFunction('floor(double): double', Math.floor)
    .parse(
      'min(100.0, max(percent(pool) >= 70.0 ? average(pool) : max(0.0, newest(pool)), floor(target / 2.0)))',
    );
  const variables = { pool: undefined as unknown, target: 0 };
  return (view) => {
    variables.pool = view;
    variables.target = view.targetDedicatedNodes;
    return Math.trunc(evaluate(variables) as number);
  };
}
