import type { DiagnosticResult } from '../base/diagnostics/diagnostic.js';
import { maximumStatements } from '../language/limits.js';
import type { FormulaSyntax } from '../parser/ast.js';
import { defaultProfile, type Profile } from '../profile/profile.js';
import type { SwitchName } from '../profile/switch-table.js';
import { checkDiagnostic, refusingCodes } from './check-diagnostics.js';
import { checkStatement } from './check-statement.js';
import { createNameTable } from './names.js';
import { withSampleOrder } from './sample-order.js';
import type { Scope } from './scope.js';
import type { TypedProgram, TypedStatement } from './typed-program.js';

export interface CheckResult extends DiagnosticResult<TypedProgram> {
  /** What could be typed, also of a formula that the service would refuse: for editors. */
  readonly partial: TypedProgram;
}

/**
 * Resolves names and infers types, statement by statement. The program is absent where the service would refuse the formula;
 * other errors are places that fail when they are reached, and are in the program as such. `holes` are identifiers that stand for
 * text which a surrounding file computes: they have a value of unknown type from the start.
 */
export function checkFormula(
  syntax: FormulaSyntax,
  profile: Profile = defaultProfile,
  readingSwitches: readonly SwitchName[] = [],
  holes: ReadonlySet<string> = noHoles,
): CheckResult {
  const { source } = syntax;
  const unverified = new Set(readingSwitches);
  const scope: Scope = {
    source,
    profile,
    names: createNameTable(profile, unverified),
    userVariables: new Map(),
    spellings: new Map(),
    isHole: holeTest(holes),
    diagnostics: [],
    unverified,
  };
  const statements: TypedStatement[] = [];
  let accepted = true;
  for (const statement of syntax.statements) {
    const typed = checkStatement(scope, statement);
    if (typed !== undefined) statements.push(withSampleOrder(typed));
    accepted &&= statement.kind !== 'broken';
  }
  const count = syntax.statements.length;
  const first = syntax.statements[maximumStatements];
  if (first !== undefined) {
    const parameters = { count, limit: maximumStatements };
    scope.diagnostics.push(
      checkDiagnostic('too-many-statements', first.span, parameters, { source }),
    );
  }
  const { diagnostics } = scope;
  accepted &&= !diagnostics.some(({ code }) => refusingCodes.has(code));
  const userVariables = [...scope.userVariables.values()].map(({ name }) => name);
  const partial = { source, profile, statements, userVariables, unverified: [...unverified] };
  return accepted ? { value: partial, partial, diagnostics } : { partial, diagnostics };
}

const noHoles: ReadonlySet<string> = new Set();

/** Tells the names of holes; a hole may be a part of a name only: `$Target${kind}Nodes`. */
export function holeTest(holes: ReadonlySet<string>): (name: string) => boolean {
  if (holes.size === 0) return () => false;
  const all = [...holes];
  return (name) => holes.has(name) || all.some((hole) => name.includes(hole));
}
