import type { Quanta } from '../../base/time/quanta.js';

/** Something on the disk of a node: an application package, a container image, or the data of a finished task. */
export interface DiskItem {
  readonly bytes: number;
  /** When its download is or was complete. */
  readonly readyAt: Quanta;
  /** When the service deletes it; Infinity for what stays as long as the node. */
  readonly until: Quanta;
}

/** What is on the disks of nodes, by slot of the node store and by name; empty where tasks bring nothing along. */
export type NodeContents = Map<number, Map<string, DiskItem>>;
