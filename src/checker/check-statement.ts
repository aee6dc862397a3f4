import { describeType, type StaticType } from '../language/static-type.js';
import type { TargetName } from '../language/variables.js';
import type { Expression, Name, Statement } from '../parser/ast.js';
import { checkDiagnostic } from './check-diagnostics.js';
import { checkCondition, checkExpression, typeOfBranches } from './check-expression.js';
import { noteSpelling, type Scope, type UserVariable } from './scope.js';
import type { Destination, TypedExpression, TypedStatement } from './typed-program.js';

const reservedWords: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** Types one statement and notes what it assigns; undefined for a statement that could not be read or is refused. */
export function checkStatement(scope: Scope, statement: Statement): TypedStatement | undefined {
  switch (statement.kind) {
    case 'broken':
      if (statement.readable !== undefined) return checkStatement(scope, statement.readable);
      if (statement.assigns !== undefined) noteUser(scope, statement.assigns, 'unknown');
      return undefined;
    case 'expression': {
      const value = checkExpression(scope, statement.expression);
      return { kind: 'expression', value, span: statement.span };
    }
    case 'assignment':
      return checkAssignment(scope, statement);
  }
}

function checkAssignment(
  scope: Scope,
  { name, value, span }: Extract<Statement, { kind: 'assignment' }>,
): TypedStatement | undefined {
  const { source, diagnostics, names } = scope;
  if (
    reservedWords.has(name.text) ||
    names.keyword(name.text) !== undefined ||
    names.interval(name.text) !== undefined
  ) {
    checkExpression(scope, value);
    const parameters = { name: name.text };
    diagnostics.push(checkDiagnostic('assign-to-keyword', name.span, parameters, { source }));
    return undefined;
  }
  const row = names.variable(name.text);
  switch (row?.kind) {
    case 'sampled':
    case 'scalar': {
      const typed = checkExpression(scope, value);
      const parameters = { name: name.text };
      diagnostics.push(checkDiagnostic('assign-to-read-only', name.span, parameters, { source }));
      // The formula is refused; later statements are read as their author meant them.
      const variable = noteKey(scope, name, typed.type);
      const destination: Destination = { kind: 'user', index: variable.index, name: name.text };
      return { kind: 'assignment', destination, value: typed, span };
    }
    case 'target': {
      const typed = checkExpression(scope, value);
      checkTargetType(scope, name, typed);
      return { kind: 'assignment', destination: targetOf(row.id, row.status), value: typed, span };
    }
    case 'deallocation': {
      const typed = checkOption(scope, value);
      if (typed.type !== 'deallocationOption' && typed.type !== 'unknown') {
        const parameters = { name: name.text, found: describeType(typed.type) };
        diagnostics.push(
          checkDiagnostic('deallocation-not-a-keyword', typed.span, parameters, { source }),
        );
      }
      const destination: Destination = { kind: 'deallocation', alias: row.status === 'legacy' };
      return { kind: 'assignment', destination, value: typed, span };
    }
    case undefined:
      return assignUser(scope, name, value, span);
  }
}

function targetOf(target: TargetName, status: string): Destination {
  return { kind: 'target', target, alias: status === 'legacy' };
}

function checkTargetType(scope: Scope, name: Name, { type, span }: TypedExpression): void {
  const { source, diagnostics } = scope;
  if (type === 'double' || type === 'numberList' || type === 'unknown') return;
  if (type === 'doubleVec') {
    const parameters = { name: name.text };
    diagnostics.push(checkDiagnostic('vector-assigned-to-target', span, parameters, { source }));
    return;
  }
  const parameters = { name: name.text, found: describeType(type) };
  diagnostics.push(checkDiagnostic('target-type', span, parameters, { source }));
}

/** Deallocation keywords stand as a whole right side, or as the branches of a ternary there (language.md section 10). */
function checkOption(scope: Scope, expression: Expression): TypedExpression {
  switch (expression.kind) {
    case 'parenthesized':
      return checkOption(scope, expression.expression);
    case 'conditional': {
      const condition = checkExpression(scope, expression.condition);
      checkCondition(scope, condition);
      const whenTrue = checkOption(scope, expression.whenTrue);
      const whenFalse = checkOption(scope, expression.whenFalse);
      const { span } = expression;
      const type = typeOfBranches(scope, whenTrue.type, whenFalse.type, span);
      return { kind: 'conditional', condition, whenTrue, whenFalse, type, span };
    }
    case 'name': {
      const keyword = scope.names.keyword(expression.name);
      if (keyword === undefined || scope.userVariables.has(scope.names.userKey(expression.name))) {
        return checkExpression(scope, expression);
      }
      const { span } = expression;
      return { kind: 'deallocation', value: keyword, type: 'deallocationOption', span };
    }
    default:
      return checkExpression(scope, expression);
  }
}

function assignUser(
  scope: Scope,
  name: Name,
  value: Expression,
  span: TypedStatement['span'],
): TypedStatement {
  const { source, diagnostics, names } = scope;
  if (names.function(name.text) !== undefined) {
    const parameters = { name: name.text };
    diagnostics.push(checkDiagnostic('function-name-assigned', name.span, parameters, { source }));
  }
  const keyword = value.kind === 'name' ? names.keyword(value.name) : undefined;
  let typed: TypedExpression;
  if (keyword === undefined) {
    typed = checkExpression(scope, value);
  } else {
    const parameters = { name: keyword };
    diagnostics.push(checkDiagnostic('keyword-in-variable', value.span, parameters, { source }));
    typed = { kind: 'deallocation', value: keyword, type: 'deallocationOption', span: value.span };
  }
  const variable = noteUser(scope, name, typed.type);
  const destination: Destination = { kind: 'user', index: variable.index, name: variable.name };
  return { kind: 'assignment', destination, value: typed, span };
}

/** Notes the assignment of a user variable; service names, which a broken statement may assign, are none. */
function noteUser(scope: Scope, name: Name, type: StaticType): UserVariable {
  const { names, userVariables } = scope;
  const key = names.userKey(name.text);
  const known = userVariables.get(key);
  const variable = known ?? { index: userVariables.size, name: name.text, type };
  variable.type = type;
  if (names.variable(name.text) !== undefined) return variable;
  noteSpelling(scope, name.text);
  if (known === undefined) {
    userVariables.set(key, variable);
    scope.spellings.set(name.text.toLowerCase(), name.text);
  }
  return variable;
}

/** Notes a name as a user variable whatever else it is. */
function noteKey({ names, userVariables }: Scope, name: Name, type: StaticType): UserVariable {
  const key = names.userKey(name.text);
  const variable = userVariables.get(key) ?? { index: userVariables.size, name: name.text, type };
  variable.type = type;
  userVariables.set(key, variable);
  return variable;
}
