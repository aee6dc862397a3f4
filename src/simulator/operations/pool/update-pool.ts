import type { UpdatePool } from '../operation.js';
import { poolOperation, type OperationDefinition } from '../operation-definition.js';

/**
 * Changes what may be changed while a pool has nodes (service.md section 1.1): new nodes get it at once, those that are there with
 * their next reboot or reimage.
 */
export const updatePool: OperationDefinition<UpdatePool> = poolOperation(
  200,
  (_, pool, { startTask, applicationPackageReferences }) => {
    if (startTask !== undefined) pool.startTask = startTask;
    if (applicationPackageReferences !== undefined) {
      pool.nodeSetup = {
        certificates: 0,
        mounts: 0,
        dataDisks: 0,
        containerImages: [],
        ...pool.nodeSetup,
        applicationPackages: applicationPackageReferences,
      };
    }
    return undefined;
  },
);
