import type { Download } from '../../simulator/index.js';
import { nodeSetupOf } from '../schema/node-setup-schema.js';
import type { PoolFile } from '../schema/pool-schema.js';

/** Downloads whose size a scenario leaves to a parameter, pool by pool: their time is a guess. */
export function setupNotes(pools: readonly PoolFile[]): string[] {
  return pools.flatMap((pool) => {
    const setup = nodeSetupOf(pool);
    if (setup === undefined) return [];
    const note = (downloads: readonly Download[], what: string, parameter: string): string[] => {
      const names = downloads.filter((one) => one.gigabytes === undefined).map(({ name }) => name);
      if (names.length === 0) return [];
      return [
        `pool ${pool.id}: no size is given for ${what} ${names.join(', ')}; each counts as ${parameter}`,
      ];
    };
    const { certificates, mounts } = setup;
    const guessed = [
      ...(certificates > 0 ? ['node.certificate_s'] : []),
      ...(mounts > 0 ? ['node.mount_s'] : []),
    ];
    return [
      ...(guessed.length === 0
        ? []
        : [`pool ${pool.id}: no record settles ${guessed.join(' and ')}; set what you know`]),
      ...note(setup.applicationPackages, 'application package', 'node.package_gb'),
      ...note(setup.containerImages, 'container image', 'node.image_gb'),
    ];
  });
}
