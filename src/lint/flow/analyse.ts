import type { TypedProgram, TypedStatement } from '../../checker/typed-program.js';
import type { RuleEnvironment } from '../rule.js';
import type { Analysis } from './analysis.js';
import { unknown } from './facts.js';
import type { AssignedValue, Flow } from './flow.js';
import { readExpression } from './read-expression.js';
import { createSymbols } from './symbols.js';
import { userVariables } from './user-variables.js';

/**
 * Follows the values of a formula through its variables, branches and reassignments: an abstract interpretation. A formula has no
 * loops, so that one pass over the statements is exact up to what samples and conditions leave open.
 */
export function analyseFlow(
  program: TypedProgram,
  environment: RuleEnvironment,
  isHole: (name: string) => boolean,
): Flow {
  const analysis: Analysis = {
    environment,
    isHole,
    symbols: createSymbols(),
    facts: new Map(),
    variables: [],
    targets: new Map(),
    percents: new Map(),
    samples: [],
    comparisons: [],
    fixedLogic: [],
    conditions: [],
    calls: [],
    divisions: [],
    weekdays: new Set(),
    assignments: [],
  };
  for (const statement of program.statements) readStatement(analysis, statement);
  const { facts, weekdays, ...noted } = analysis;
  return {
    ...noted,
    userVariables: userVariables(analysis.assignments),
    weekdays: [...weekdays].sort((a, b) => a.span.start - b.span.start),
    factsOf: (expression) => facts.get(expression) ?? unknown,
    hidesStatements: program.statements.some((statement) => hidesStatements(statement, isHole)),
  };
}

function readStatement(analysis: Analysis, statement: TypedStatement): void {
  const facts = readExpression(analysis, statement.value, []);
  if (statement.kind === 'expression') return;
  const assigned: AssignedValue = { statement, facts, read: false };
  analysis.assignments.push(assigned);
  const { destination } = statement;
  switch (destination.kind) {
    case 'user':
      analysis.variables[destination.index] = assigned;
      break;
    case 'target':
      analysis.targets.set(destination.target, assigned);
      break;
    case 'deallocation':
      break;
  }
}

/** A hole that is a whole statement, or the name that a statement assigns, may set anything. */
function hidesStatements(statement: TypedStatement, isHole: (name: string) => boolean): boolean {
  if (statement.kind === 'expression') {
    return statement.value.kind === 'undefined' && isHole(statement.value.name);
  }
  return statement.destination.kind === 'user' && isHole(statement.destination.name);
}
