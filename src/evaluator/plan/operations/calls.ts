import type { Timestamp } from '../../../base/time/ticks.js';
import { nearestWhole } from '../../built-ins/componentwise.js';
import { functionImplementations } from '../../built-ins/functions.js';
import { memberOf } from '../../built-ins/members.js';
import { methodImplementations } from '../../built-ins/methods.js';
import type { EvaluationState } from '../../evaluation-state.js';
import { StopSignal } from '../../failure.js';
import { memberOfOther } from '../../read-names.js';
import { box, unbox, type Held } from '../representation.js';
import type { CallSite, MemberSite, MethodSite } from '../site.js';
import type { Operation } from './operation.js';

function call(state: EvaluationState, site: CallSite, ...operands: readonly Held[]): Held {
  const values = operands.map((operand, at) => box(site.operands[at]!, operand));
  const { name, spans, span } = site;
  return unbox(site.result, functionImplementations[name]({ state, name, values, spans, span }));
}

export type CallOperation =
  | 'call'
  | 'method'
  | 'now'
  | 'random'
  | 'stop'
  | 'round'
  | 'ceil'
  | 'floor'
  | 'element'
  | 'member'
  | 'memberOfAny';

/** Calls of built-ins: the ones that formulas are full of by themselves, all others by the interpreter's implementations. */
export const calls: Readonly<Record<CallOperation, Operation>> = {
  call: { run: call },
  method: {
    run: (state: EvaluationState, site: MethodSite, ...operands: readonly Held[]) => {
      const values = operands.map((operand, at) => box(site.operands[at]!, operand));
      const { name, spans, span, metric, metricName, orderMatters, parenthesis } = site;
      const receiver = { metric, metricName, orderMatters, parenthesis };
      const call = { state, name, values, spans, span, ...receiver };
      return unbox(site.result, methodImplementations[name](call));
    },
  },
  now: {
    total: true,
    run: (state: EvaluationState) => state.view.now,
    inline: () => 'state.view.now',
  },
  random: {
    run: (state: EvaluationState) => state.random(),
    inline: () => 'state.random()',
  },
  stop: {
    run: () => {
      throw new StopSignal();
    },
  },
  round: {
    run: (state: EvaluationState, _site: CallSite, x: number) => nearestWhole(state, x),
  },
  ceil: {
    total: true,
    run: (_state: EvaluationState, _site: CallSite, x: number) => Math.ceil(x),
    inline: ([x]) => `Math.ceil(${x})`,
  },
  floor: {
    total: true,
    run: (_state: EvaluationState, _site: CallSite, x: number) => Math.floor(x),
    inline: ([x]) => `Math.floor(${x})`,
  },
  /** Only what is no element of the vector needs the rules of val. */
  element: {
    run: (state: EvaluationState, site: CallSite, vector: readonly number[], index: number) => {
      const element = vector[index];
      return element === undefined ? call(state, site, vector, index) : element;
    },
    inline: ([vector, index], call) => `${vector}[${index}] ?? ${call()}`,
  },
  member: {
    run: (state: EvaluationState, site: MemberSite, instant: Timestamp) =>
      memberOf(state, instant, site.member),
  },
  memberOfAny: {
    run: (state: EvaluationState, { operand, member, span }: MemberSite, held: Held) => {
      const object = box(operand, held);
      return object.type === 'timestamp'
        ? memberOf(state, object.value, member)
        : memberOfOther(state, object, member, span);
    },
  },
};
