import type {
  TypedExpression,
  TypedLink,
  TypedProgram,
  TypedStatement,
} from '../../checker/typed-program.js';
import type { StaticType } from '../../language/static-type.js';

type Of<K extends TypedExpression['kind']> = Extract<TypedExpression, { kind: K }>;

/** Statements written so far. A part that no plan covers turns `covered` off, and the interpreter keeps the formula. */
interface Writer {
  readonly lines: string[];
  /** Metrics by the index that the code reads them with. */
  readonly metrics: string[];
  temporaries: number;
  covered: boolean;
}

export interface GeneratedCode {
  /** Body of a function of (state, h, metrics); it reads `state` and leaves values of user variables unboxed in an array. */
  readonly text: string;
  readonly metrics: readonly string[];
  /** Type of each user variable at the end. */
  readonly types: readonly StaticType[];
}

const unboxed: ReadonlySet<StaticType> = new Set([
  'double',
  'doubleVec',
  'timeinterval',
  'timestamp',
] as const);

function keep(writer: Writer, code: string): string {
  const name = `t${writer.temporaries++}`;
  writer.lines.push(`let ${name} = ${code};`);
  return name;
}

function uncovered(writer: Writer): string {
  writer.covered = false;
  return '0';
}

/**
 * JavaScript of a typed program, from numbers, indices and identifiers of our own only. Undefined where the program has a
 * part that the plan does not cover.
 */
export function generateCode(program: TypedProgram): GeneratedCode | undefined {
  const { profile } = program;
  if (profile.logicalOperators !== 'eager' || profile.sampleOrder !== 'oldest-first') {
    return undefined;
  }
  const writer: Writer = { lines: [], metrics: [], temporaries: 0, covered: true };
  const types: StaticType[] = [];
  for (const statement of program.statements) writeStatement(writer, types, statement);
  if (!writer.covered) return undefined;
  const users = program.userVariables.map((_, index) => `u${index}`);
  const declared = users.length === 0 ? '' : `let ${users.join(', ')};\n`;
  const text = `"use strict";\n${declared}${writer.lines.join('\n')}\nreturn [${users.join(', ')}];`;
  return { text, metrics: writer.metrics, types };
}

function writeStatement(writer: Writer, types: StaticType[], statement: TypedStatement): void {
  const { value } = statement;
  if (statement.kind === 'expression') {
    write(writer, value);
    return;
  }
  const { destination } = statement;
  switch (destination.kind) {
    case 'user':
      writer.lines.push(`u${destination.index} = ${write(writer, value)};`);
      types[destination.index] = value.type;
      break;
    case 'target': {
      if (value.type !== 'double') writer.covered = false;
      const field = destination.alias ? 'alias' : 'full';
      const code = write(writer, value);
      writer.lines.push(`state.targets.${destination.target}.${field} = ${code};`);
      break;
    }
    case 'deallocation': {
      if (value.kind !== 'deallocation') {
        writer.covered = false;
        break;
      }
      const field = destination.alias ? 'alias' : 'full';
      writer.lines.push(`state.deallocation.${field} = ${JSON.stringify(value.value)};`);
      break;
    }
  }
}

/** Writes the statements of an expression and answers with an operand. Recursion is bounded by the nesting of the formula. */
function write(writer: Writer, expression: TypedExpression): string {
  if (!unboxed.has(expression.type)) return uncovered(writer);
  switch (expression.kind) {
    case 'number':
    case 'interval':
      return Number.isFinite(expression.value) ? String(expression.value) : uncovered(writer);
    case 'userVariable':
      return keep(writer, `u${expression.index}`);
    case 'target':
      return keep(writer, `h.target(state, "${expression.target}")`);
    case 'scalar':
      return writeScalar(writer, expression);
    case 'unary':
      return writeUnary(writer, expression);
    case 'chain':
      return writeChain(writer, expression);
    case 'conditional':
      return writeConditional(writer, expression);
    case 'call':
      return writeCall(writer, expression);
    case 'method':
      return writeMethod(writer, expression);
    case 'string':
    case 'deallocation':
    case 'deallocationVariable':
    case 'metric':
    case 'undefined':
    case 'member':
    case 'misplaced':
      return uncovered(writer);
  }
}

function writeScalar(writer: Writer, { variable }: Of<'scalar'>): string {
  switch (variable) {
    case '$TaskSlotsPerNode':
      return keep(writer, 'state.view.taskSlotsPerNode');
    case '$CurrentDedicatedNodes':
      return keep(writer, 'state.view.currentDedicatedNodes');
    case '$CurrentLowPriorityNodes':
      return keep(writer, 'state.view.currentLowPriorityNodes');
    case '$UsableNodeCount':
      return uncovered(writer);
  }
}

function writeUnary(writer: Writer, { operators, operand }: Of<'unary'>): string {
  const name = keep(writer, write(writer, operand));
  for (const operator of operators.toReversed()) {
    if (operand.type === 'timeinterval' && operator === '-') {
      writer.lines.push(`${name} = 0 - ${name};`);
    } else if (operand.type !== 'double') {
      return uncovered(writer);
    } else {
      writer.lines.push(`${name} = ${operator === '-' ? `-${name}` : `${name} !== 0 ? 0 : 1`};`);
    }
  }
  return name;
}

function writeChain(writer: Writer, { first, links }: Of<'chain'>): string {
  const name = keep(writer, write(writer, first));
  let type = first.type;
  for (const link of links) {
    const right = write(writer, link.right);
    writer.lines.push(`${name} = ${writeLink(writer, type, link, name, right)};`);
    type = link.type;
  }
  return name;
}

function writeLink(
  writer: Writer,
  leftType: StaticType,
  { operator, right: { type: rightType }, type }: TypedLink,
  left: string,
  right: string,
): string {
  const scalar = leftType !== 'doubleVec' && rightType !== 'doubleVec' && unboxed.has(type);
  if (!scalar) return uncovered(writer);
  switch (operator) {
    case '&&':
    case '||':
      return `${left} !== 0 ${operator} ${right} !== 0 ? 1 : 0`;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return `${left} ${operator} ${right} ? 1 : 0`;
    case '==':
    case '!=':
      return `${left} ${operator}= ${right} ? 1 : 0`;
    case '/':
      writer.lines.push(`if (${right} === 0) h.leave();`);
      break;
    case '+':
    case '-':
    case '*':
      break;
  }
  if (type === 'double') return `${left} ${operator} ${right}`;
  if (type === 'timeinterval') return `h.interval(${left} ${operator} ${right})`;
  return uncovered(writer);
}

function writeConditional(writer: Writer, expression: Of<'conditional'>): string {
  if (expression.condition.type !== 'double') return uncovered(writer);
  const condition = write(writer, expression.condition);
  const name = keep(writer, '0');
  writer.lines.push(`if (${condition} !== 0) {`);
  writer.lines.push(`${name} = ${write(writer, expression.whenTrue)};`);
  writer.lines.push('} else {');
  writer.lines.push(`${name} = ${write(writer, expression.whenFalse)};`);
  writer.lines.push('}');
  return name;
}

/** Start and step of the aggregates over any list of doubles and vectors. */
const folds: ReadonlyMap<
  string,
  readonly [start: string, step: (so: string, x: string) => string]
> = new Map([
  ['sum', ['0', (so, x) => `${so} + ${x}`]],
  ['avg', ['0', (so, x) => `${so} + ${x}`]],
  ['max', ['-Infinity', (so, x) => `Math.max(${so}, ${x})`]],
  ['min', ['Infinity', (so, x) => `Math.min(${so}, ${x})`]],
  ['len', ['0', (so) => so]],
]);

function writeCall(writer: Writer, { function: name, arguments: list }: Of<'call'>): string {
  const [only] = list;
  if (name === 'time' && only === undefined) return keep(writer, 'state.view.now');
  const values = list.map((argument) => write(writer, argument));
  if (list.length === 1 && only?.type === 'double') {
    if (name === 'round') return keep(writer, `h.round(${values[0]})`);
    if (name === 'ceil' || name === 'floor') return keep(writer, `Math.${name}(${values[0]})`);
  }
  const fold = folds.get(name);
  if (fold === undefined) return uncovered(writer);
  const [start, step] = fold;
  const result = keep(writer, start);
  const count = keep(writer, '0');
  list.forEach(({ type }, at) => {
    const value = values[at]!;
    if (type === 'double') {
      writer.lines.push(`${result} = ${step(result, value)}; ${count}++;`);
    } else if (type === 'doubleVec') {
      const each = `for (const x of ${value}) ${result} = ${step(result, 'x')};`;
      writer.lines.push(`${each} ${count} += ${value}.length;`);
    } else {
      writer.covered = false;
    }
  });
  if (name === 'len') return count;
  writer.lines.push(`if (${count} === 0) h.leave();`);
  return name === 'avg' ? keep(writer, `${result} / ${count}`) : result;
}

function writeMethod(writer: Writer, expression: Of<'method'>): string {
  const { method, metric, arguments: list, orderMatters } = expression;
  const values = list.map((argument) => write(writer, argument));
  const series = `metrics[${writer.metrics.push(metric) - 1}]`;
  const isEnd = (at: number): boolean =>
    list[at]?.type === 'timeinterval' || list[at]?.type === 'timestamp';
  const end = (at: number): string =>
    !isEnd(at)
      ? 'state.view.now'
      : list[at]!.type === 'timeinterval'
        ? `state.view.now - ${values[at]}`
        : values[at]!;
  const window = `${end(0)}, ${end(1)}`;
  if (method === 'GetSamplePercent' && list.every((_, at) => isEnd(at))) {
    return keep(writer, `h.percent(state, ${series}, ${window})`);
  }
  if (method !== 'GetSample') return uncovered(writer);
  if (!isEnd(0)) {
    if (list.length !== 1 || list[0]!.type !== 'double') return uncovered(writer);
    return keep(writer, `h.latest(state, ${series}, ${values[0]}, ${orderMatters})`);
  }
  const ends = isEnd(1) ? 2 : 1;
  if (list.length > ends + 1) return uncovered(writer);
  if (list.length > ends && list[ends]!.type !== 'double') return uncovered(writer);
  // Without a percentage the service wants 70 % (recorded).
  const wanted = values[ends] ?? '70';
  return keep(writer, `h.window(state, ${series}, ${window}, ${wanted}, ${orderMatters})`);
}
