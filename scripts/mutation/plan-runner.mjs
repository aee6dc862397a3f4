/**
 * A test runner for Stryker that runs the checks of test/support/plan-checks.ts in its own process: programs, pools and the answers of
 * the interpreter are made once, and only src/evaluator is loaded anew for a mutant. With Vitest, which loads everything
 * anew, the mutants of the plan take hours.
 */
import vm from 'node:vm';

import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';

const programs = Number(process.env.POOLSCALE_PROGRAMS ?? 600);

/** A bundle of one module as a script that leaves its exports in a global variable. */
async function bundle(entry, globalName) {
  const { outputFiles } = await build({
    absWorkingDir: process.cwd(),
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName,
    platform: 'node',
    target: 'node20.19',
    banner: {
      js: `var require = process.getBuiltinModule('module').createRequire(${JSON.stringify(`${process.cwd()}/x.js`)});`,
    },
    define: { 'import.meta.url': JSON.stringify(`file://${process.cwd()}/test/conformance/x.js`) },
    logLevel: 'error',
  });
  return new vm.Script(outputFiles[0].text, { filename: `${globalName}.js` });
}

class PlanRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.context = globalThis.__stryker__ ??= {};
    this.evaluator = await bundle('test/support/plan-under-test.ts', 'planUnderTest');
    const checks = await bundle('test/support/plan-checks.ts', 'planChecks');
    checks.runInThisContext();
    const made = globalThis.planChecks.planChecks(this.load(), programs);
    this.checks = made.map((check, index) => ({ ...check, id: `${index}: ${check.name}` }));
  }

  /** The evaluator as it is with the mutant that is active now. */
  load() {
    this.evaluator.runInThisContext();
    return globalThis.planUnderTest;
  }

  async dryRun() {
    const under = this.load();
    const tests = this.checks.map(({ id, name, run }) => {
      const start = performance.now();
      const test = { id, name };
      try {
        run(under);
        return { ...test, timeSpentMs: performance.now() - start, status: TestStatus.Success };
      } catch (error) {
        const failureMessage = String(error);
        return { ...test, timeSpentMs: 0, status: TestStatus.Failed, failureMessage };
      }
    });
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.context.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit }) {
    Object.assign(this.context, { activeMutant: activeMutant.id, hitLimit, hitCount: 0 });
    try {
      return determineHitLimitReached(this.context.hitCount, hitLimit) ?? this.result();
    } finally {
      this.context.activeMutant = undefined;
    }
  }

  result() {
    const { checks } = this;
    let index = 0;
    try {
      const under = this.load();
      for (; index < checks.length; index++) checks[index].run(under);
    } catch (error) {
      const { hitCount, hitLimit } = this.context;
      const [killer] = checks.splice(index, 1);
      // What killed one mutant is likely to kill the next. (None did where the evaluator does not even load.)
      if (killer !== undefined) checks.unshift(killer);
      return (
        determineHitLimitReached(hitCount, hitLimit) ?? {
          status: MutantRunStatus.Killed,
          killedBy: [(killer ?? checks[0]).id],
          failureMessage: String(error).slice(0, 1000),
          nrOfTests: index + 1,
        }
      );
    }
    return { status: MutantRunStatus.Survived, nrOfTests: checks.length };
  }
}

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'plan', () => new PlanRunner()),
];
