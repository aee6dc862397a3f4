import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import { xmlAttributes, xmlText } from '../format/xml.js';
import type { CheckReport, FileReport, FormulaReport } from './check-report.js';

/** JUnit XML: a suite for each file, a case for each formula, which fails by the findings that `fails` picks; problems of the file
 * that it picks are errors. */
export function checkJunit(
  { files }: CheckReport,
  fails: (diagnostic: Diagnostic) => boolean,
): string {
  const suites = files
    .filter(({ formulas, problems }) => formulas.length > 0 || problems.some(fails))
    .map((file) => suiteOf(file, fails));
  const sum = (key: 'tests' | 'failures' | 'errors'): number =>
    suites.reduce((total, suite) => total + suite[key], 0);
  const head = {
    name: 'poolscale',
    tests: sum('tests'),
    failures: sum('failures'),
    errors: sum('errors'),
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${xmlAttributes(head)}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly lines: readonly string[];
}

function suiteOf(file: FileReport, fails: (diagnostic: Diagnostic) => boolean): Suite {
  const { path, formulas, problems } = file;
  const failures = formulas.filter(({ diagnostics }) => diagnostics.some(fails)).length;
  const failing = problems.filter(fails);
  const errors = failing.length;
  const tests = formulas.length + errors;
  const head = xmlAttributes({ name: path, tests, failures, errors, skipped: 0, time: '0.000' });
  return {
    tests,
    failures,
    errors,
    lines: [
      `  <testsuite${head}>`,
      ...failing.flatMap((problem) => problemCase(file, problem)),
      ...formulas.flatMap((formula) => formulaCase(file, formula, fails)),
      '  </testsuite>',
    ],
  };
}

function caseHead({ path, lines }: FileReport, name: string, offset: number): string {
  const { line } = lines.position(offset);
  return xmlAttributes({ name, classname: path, file: path, line, time: '0.000' });
}

function problemCase(file: FileReport, { code, message, span }: Diagnostic): string[] {
  return [
    `    <testcase${caseHead(file, 'file', span.start)}>`,
    `      <error${xmlAttributes({ message, type: code })}/>`,
    '    </testcase>',
  ];
}

function formulaCase(
  file: FileReport,
  { address, start, diagnostics }: FormulaReport,
  fails: (diagnostic: Diagnostic) => boolean,
): string[] {
  const head = caseHead(file, address, start);
  if (diagnostics.length === 0) return [`    <testcase${head}/>`];
  const line = ({ code, severity, message, span }: Diagnostic): string => {
    const position = file.lines.position(span.start);
    return xmlText(
      `${file.path}:${position.line}:${position.column}: ${severity}: ${message} [${code}]`,
    );
  };
  const failing = diagnostics.filter(fails);
  const others = diagnostics.filter((each) => !fails(each));
  const message = failing.map((each) => each.message).join('; ');
  const type = failing[0]?.severity ?? '';
  return [
    `    <testcase${head}>`,
    ...(failing.length === 0
      ? []
      : [
          `      <failure${xmlAttributes({ message, type })}>${failing.map(line).join('\n')}</failure>`,
        ]),
    ...(others.length === 0
      ? []
      : [`      <system-out>${others.map(line).join('\n')}</system-out>`]),
    '    </testcase>',
  ];
}
