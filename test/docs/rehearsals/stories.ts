import { badNode } from './stories/bad-node.js';
import { monthlyStatements } from './stories/monthly-statements.js';
import { mpiSharedPool } from './stories/mpi-shared-pool.js';
import { nightBatch } from './stories/night-batch.js';
import { poisonedStartTask } from './stories/poisoned-start-task.js';
import { quotaHit } from './stories/quota-hit.js';
import { spotStorm } from './stories/spot-storm.js';
import { stuckResize } from './stories/stuck-resize.js';
import type { Story } from './story.js';

/** The rehearsals, in the order of their page. */
export const stories: readonly Story[] = [
  nightBatch,
  spotStorm,
  quotaHit,
  stuckResize,
  poisonedStartTask,
  badNode,
  mpiSharedPool,
  monthlyStatements,
];
