import { textOf, type LogLine } from '../log-line.js';

/** Tells which auto pools were made for which job schedule or for a job of it. */
export interface AutoPools {
  /** Every line of the log, in order. */
  add(line: LogLine): void;
  isAutoPool(poolId: string): boolean;
  /** The job schedule whose auto pool a line is about. */
  ownerOf(line: LogLine): string | undefined;
}

export function followAutoPools(): AutoPools {
  /** The owner, empty as long as no job of a schedule was bound to the pool. */
  const owners = new Map<string, string>();
  return {
    add({ event, body }) {
      if (event === 'PoolCreate' && body['isAutoPool'] === true) owners.set(textOf(body, 'id'), '');
      if (event !== 'JobStateChange' || body['from'] !== null) return;
      const poolId = textOf(body, 'poolId');
      if (owners.get(poolId) === '') owners.set(poolId, textOf(body, 'jobScheduleId'));
    },
    isAutoPool: (poolId) => owners.has(poolId),
    ownerOf: ({ event, body }) =>
      event.startsWith('PoolDelete') ? owners.get(textOf(body, 'id')) || undefined : undefined,
  };
}
