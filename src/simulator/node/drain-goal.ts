/** What a node does once its tasks, or their data, let it. */
export const LEAVE = 0;
export const REBOOT = 1;
export const REIMAGE = 2;
export const GO_OFFLINE = 3;
export const DEALLOCATE = 4;
export const UPGRADE = 5;

/** Values of the `draining` column beside 0: what the node waits for. */
export const DRAIN_TASKS = 1;
export const DRAIN_DATA = 2;
