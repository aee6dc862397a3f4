import fc from 'fast-check';
import { expect, it } from 'vitest';

import { compileFormula } from '../../../src/evaluator/compile-formula.js';
import { generateCode } from '../../../src/evaluator/plan/generate-code.js';
import { lowerProgram } from '../../../src/evaluator/plan/lower/lower-program.js';
import { operations } from '../../../src/evaluator/plan/operations/table.js';
import { createPlan } from '../../../src/evaluator/plan/plan.js';
import { profileWith } from '../../../src/profile/profile.js';
import { plainText, programTokens } from '../../support/formula-arbitrary.js';
import { programText } from '../../support/program-arbitrary.js';

function programOf(text: string) {
  return compileFormula({ name: 'f', text }, { profile: profileWith({ blockComments: 'accept' }) })
    .value?.program;
}

function codeOf(text: string): string {
  return generateCode(lowerProgram(programOf(text)!));
}

const ownWords = new Set([
  ...'use strict const let return function execute state if else try catch finally throw failure'.split(
    ' ',
  ),
  ...'operations run sites strings slots targets deallocation full alias view now random'.split(
    ' ',
  ),
  ...'unverified add logicalOperators keepsSlots Math max min ceil floor length count Infinity e'.split(
    ' ',
  ),
  ...'$TargetDedicatedNodes $TargetLowPriorityNodes'.split(' '),
  ...Object.keys(operations),
  ...Object.keys(operations).map((name) => `${name}Operation`),
]);

/** Every word of the code, each of which must be ours: numbers are left out, and names that count have their number cut off. */
function foreignWords(code: string): string[] {
  const words = code.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
  return words.filter(
    (word) =>
      !ownWords.has(word) && !/^(?:t|slot|site|string)\d+$/.test(word) && !/^e\d+$/.test(word),
  );
}

const expected = /^[\w\s$.,;:?!=<>&|+\-*/(){}[\]"]*$/;

it.each([
  ['a backtick in a string', 'x = "`${process.exit(1)}`";'],
  ['quotes and backslashes in a string', 'x = "\'); evil(\'\\\\";'],
  ['the end of a comment in a string', 'x = "*/ evil(); /*";'],
  ['line separators in a string', 'x = "\u2028evil()\u2029";'],
  ['a comment', '// evil(); `${evil}`\n/* evil() */ x = 1;'],
  ['names of prototypes', 'constructor = 1; __proto__ = constructor + 1; prototype = __proto__;'],
  ['names of JavaScript', 'return0 = 1; globalThis = return0; eval = globalThis; state = eval;'],
  ['names that the code uses', 'slot0 = 1; t0 = slot0; site0 = t0; operations = site0; this = 1;'],
  ['an undefined symbol', '$TargetDedicatedNodes = evil;'],
  ['a very long name', `${'evil'.repeat(1000)} = 1;`],
  ['a very long string', `x = "${'evil()'.repeat(1000)}";`],
  ['an instant', 'x = time("evil");'],
  ['a method of a string', 's = "evil"; x = s.GetSample(1);'],
])('has no text of the user in it: %s', (_, text) => {
  const code = codeOf(text);
  expect(code).toMatch(expected);
  expect(foreignWords(code)).toEqual([]);
});

it('differs by no letter when names and strings differ', () => {
  let compiled = 0;
  const text = (name: string, string: string): string =>
    `${name} = "${string}"; b = ${name} == "${string}"; $TargetDedicatedNodes = b + nobody${name};`;
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{3,20}$/),
      fc.string({ unit: 'binary', maxLength: 30 }),
      (name, string) => {
        const hostile = programOf(text(name, string));
        if (hostile === undefined) return;
        compiled++;
        expect(generateCode(lowerProgram(hostile))).toBe(codeOf(text('a_name', 'a string')));
      },
    ),
  );
  expect(compiled).toBeGreaterThan(50);
});

it('executes at least 99 % of well-typed programs: all of them', { timeout: 600_000 }, () => {
  const programs = { generated: 0, other: 0 };
  const count = (text: string): void => {
    const program = programOf(text);
    if (program === undefined) return;
    expect(foreignWords(generateCode(lowerProgram(program)))).toEqual([]);
    programs[createPlan(program).execution === 'generated code' ? 'generated' : 'other']++;
  };
  for (const tokens of fc.sample(programTokens, 300)) count(plainText(tokens));
  for (const text of fc.sample(programText, 300)) count(text);
  expect(programs.generated).toBeGreaterThan(500);
  expect(programs.other).toBe(0);
});

it('gives way to closures where a content security policy forbids code', () => {
  const program = programOf('x = 1;')!;
  const constructor = globalThis.Function;
  globalThis.Function = function forbidden() {
    throw new EvalError('unsafe-eval');
  } as unknown as FunctionConstructor;
  try {
    expect(createPlan(program).execution).toBe('closures');
    expect(() => createPlan(program, 'always')).toThrow(EvalError);
  } finally {
    globalThis.Function = constructor;
  }
  expect(createPlan(program, 'never').execution).toBe('closures');
});
