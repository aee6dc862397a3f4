import type { z } from 'zod';

import type { Quanta } from '../../../base/time/quanta.js';
import type { Fault, FaultKind, FaultRate } from '../../../simulator/faults/fault.js';
import type { Moment } from '../time-fields.js';

/** When a fault strikes, as a scenario writes it. */
export type FaultTimesFile =
  | { readonly kind: 'at'; readonly at: readonly Moment[] }
  | {
      readonly kind: 'every';
      readonly every: Quanta;
      readonly from: Moment | undefined;
      readonly until: Moment | undefined;
    }
  | FaultRate;

/** A fault of the simulator with its times not yet on the clock of the run. */
export type FaultFile<F = Fault> = F extends Fault
  ? Omit<F, 'times'> & { readonly times: FaultTimesFile }
  : never;

/** The schema of one kind of fault. */
export type FaultSchema<K extends FaultKind = FaultKind> = z.ZodType<
  FaultFile<Extract<Fault, { readonly kind: K }>>
>;
