import type { FunctionName } from '../../language/functions.js';
import { readInstant } from '../../language/instant-text.js';
import { describeType } from '../../language/static-type.js';
import { double } from '../conversions.js';
import { fail } from '../evaluation-state.js';
import { StopSignal } from '../failure.js';
import { avg, len, max, min, norm, percentile, range, std, sum } from './aggregates.js';
import type { Implementation } from './call.js';
import { ceil, floor, lg, ln, log, round } from './componentwise.js';
import { val, vec } from './vectors.js';

const rand: Implementation = ({ state }) => double(state.random());

const stop: Implementation = () => {
  throw new StopSignal();
};

/** The current instant without a text or for an empty one (documented). */
const time: Implementation = ({ state, values, spans }) => {
  const [text] = values;
  if (text === undefined) return { type: 'timestamp', value: state.view.now };
  if (text.type !== 'string') {
    return fail(state, spans[0]!, `time expects a string, found ${describeType(text.type)}`);
  }
  if (text.value === '') return { type: 'timestamp', value: state.view.now };
  const { value, reason } = readInstant(text.value);
  if (value === undefined)
    return fail(state, spans[0]!, `"${text.value}" is no instant: ${reason}`);
  return { type: 'timestamp', value };
};

/** A function of the language table without an implementation does not compile. */
export const functionImplementations: Readonly<Record<FunctionName, Implementation>> = {
  avg,
  ceil,
  floor,
  len,
  lg,
  ln,
  log,
  max,
  min,
  norm,
  percentile,
  rand,
  range,
  round,
  std,
  stop,
  sum,
  time,
  val,
  vec,
};
