import type { PlanCode, PlanProgram, PlanStatement, Step } from './plan-code.js';
import { isTotal } from './is-total.js';
import { operations, type OperationName } from './operations/table.js';

/** Generated code so far. */
interface Writer {
  readonly lines: string[];
  readonly program: PlanProgram;
  /** Operations that are called, by the name of the constant that holds them. */
  readonly called: Map<OperationName, string>;
  readonly sites: Set<number>;
  readonly strings: Set<number>;
  temporaries: number;
}

/**
 * JavaScript of a plan: the body of a function of (operations, sites, strings) that returns an `Execute`. It is made of numbers, indices and
 * identifiers of our own only.
 */
export function generateCode(program: PlanProgram): string {
  const writer: Writer = {
    lines: [],
    program,
    called: new Map(),
    sites: new Set(),
    strings: new Set(),
    temporaries: 0,
  };
  for (const statement of program.statements) writeStatement(writer, statement);
  return [
    '"use strict";',
    ...[...writer.called].map(([name, local]) => `const ${local} = operations.${name}.run;`),
    ...[...writer.sites].map((index) => `const site${index} = sites[${index}];`),
    ...[...writer.strings].map((index) => `const string${index} = strings[${index}];`),
    'return function execute(state) {',
    ...withSlots(program, writer.lines),
    '};',
  ].join('\n');
}

/** The slots are variables of the function, and handed over however it ends to whoever asks for them. */
function withSlots({ slots }: PlanProgram, lines: readonly string[]): readonly string[] {
  if (slots.length === 0) return lines;
  const names = slots.map((_, index) => `slot${index}`).join(', ');
  const handOver = `if (state.keepsSlots) state.slots = [${names}];`;
  // Not in a `finally`: where a failure may have left a variable undefined, V8 holds all of them as objects on the heap.
  const failed = ['} catch (failure) {', handOver, 'throw failure;', '}'];
  return [`let ${names};`, 'try {', ...lines, ...failed, handOver];
}

function writeStatement(writer: Writer, statement: PlanStatement): void {
  const value = write(writer, statement.value);
  switch (statement.kind) {
    case 'evaluate':
      break;
    case 'slot':
      writer.lines.push(`slot${statement.slot} = ${value};`);
      break;
    case 'target':
      writer.lines.push(`state.targets.${statement.target}.${statement.field} = ${value};`);
      break;
    case 'deallocation':
      writer.lines.push(`state.deallocation.${statement.field} = ${value};`);
      break;
  }
}

/** Keeps the value of an expression in a constant, so that operands are evaluated once and in order. */
function keep(writer: Writer, expression: string): string {
  const name = `t${writer.temporaries++}`;
  writer.lines.push(`const ${name} = ${expression};`);
  return name;
}

/** Keeps a value that changes. */
function variable(writer: Writer, expression: string): string {
  const name = `t${writer.temporaries++}`;
  writer.lines.push(`let ${name} = ${expression};`);
  return name;
}

/** Writes the statements of an expression and answers with a name or a literal. */
function write(writer: Writer, code: PlanCode): string {
  switch (code.kind) {
    case 'number':
      return String(code.value);
    case 'string':
      writer.strings.add(code.index);
      return `string${code.index}`;
    case 'slot':
      return `slot${code.slot}`;
    case 'operation': {
      const operands = code.operands.map((operand) => write(writer, operand));
      return keep(writer, apply(writer, code.operation, code.site, operands));
    }
    case 'steps': {
      const name = variable(writer, write(writer, code.first));
      for (const step of code.steps) writeStep(writer, name, step);
      return name;
    }
    case 'conditional': {
      const condition = write(writer, code.condition);
      const name = variable(writer, '0');
      writer.lines.push(`if (${condition} !== 0) {`);
      writer.lines.push(`${name} = ${write(writer, code.whenTrue)};`, '} else {');
      writer.lines.push(`${name} = ${write(writer, code.whenFalse)};`, '}');
      return name;
    }
  }
}

function apply(
  writer: Writer,
  name: OperationName,
  site: number,
  operands: readonly string[],
): string {
  const { inline } = operations[name];
  const call = (): string => {
    const local = `${name}Operation`;
    writer.called.set(name, local);
    writer.sites.add(site);
    return `${local}(${['state', `site${site}`, ...operands].join(', ')})`;
  };
  return inline === undefined ? call() : inline(operands, call);
}

function writeStep(writer: Writer, name: string, step: Step): void {
  if (step.kind === 'operation') {
    const operands = step.right === undefined ? [name] : [name, write(writer, step.right)];
    writer.lines.push(`${name} = ${apply(writer, step.operation, step.site, operands)};`);
    return;
  }
  const { lines } = writer;
  const { operator, right, shortCircuit } = step;
  const decided = `${name} ${operator === '&&' ? '===' : '!=='} 0`;
  const note = 'state.unverified.add("logicalOperators");';
  if (shortCircuit) {
    lines.push(`if (${decided}) { ${note} ${name} = ${operator === '&&' ? 0 : 1}; } else {`);
    lines.push(`${name} = ${write(writer, right)} !== 0 ? 1 : 0;`, '}');
    return;
  }
  const combine = (value: string): string =>
    `${name} = ${name} !== 0 ${operator} ${value} !== 0 ? 1 : 0;`;
  if (isTotal(right)) {
    lines.push(combine(write(writer, right)));
    return;
  }
  // That the right side fails matters only if the service evaluates it at all.
  lines.push('try {');
  lines.push(combine(write(writer, right)));
  lines.push('} catch (failure) {', `if (${decided}) ${note}`, 'throw failure;', '}');
}
