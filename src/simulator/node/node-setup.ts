import { logNodeError } from '../log/node-events.js';
import type { Download } from '../input/node-setup.js';
import type { PoolState } from '../pool/pool-state.js';
import { drawnQuanta, type World } from '../world.js';
import { abandonSetUp } from './abandon-setup.js';
import { changeNodeState } from './node-accounting.js';
import { UNUSABLE } from './node-state.js';
import { SET_UP, SETTING_UP } from './setup-phase.js';
import { after } from './wait.js';

/** Draw numbers of one boot in the stream of a pool's set-up. */
const drawsPerBoot = 8;
const setUpDraw = {
  certificate: 0,
  mount: 1,
  dataDisk: 2,
  packageFails: 3,
  imageFails: 4,
} as const;

/**
 * Begins with what a node needs before its start task; true where that takes no time. Mounts come on every boot; certificates,
 * disks, packages and images stay on the VM until it is replaced or reinstalled.
 */
export function beginSetUp(world: World, pool: PoolState, node: number): boolean {
  const { nodes, draws, parameters } = world;
  const { certificates, mounts, dataDisks, applicationPackages, containerImages } = pool.nodeSetup!;
  const number = nodes.number[node]!;
  const draw = nodes.boots[node]! * drawsPerBoot;
  let seconds =
    mounts === 0 ? 0 : mounts * draws.mount(pool.setUpDraws, number, draw + setUpDraw.mount);
  if (nodes.prepared[node] === 0) {
    if (certificates > 0) {
      seconds +=
        certificates * draws.certificate(pool.setUpDraws, number, draw + setUpDraw.certificate);
    }
    if (dataDisks > 0) {
      seconds += dataDisks * draws.dataDisk(pool.setUpDraws, number, draw + setUpDraw.dataDisk);
    }
    const rate = parameters['node.download_gb_per_s'];
    seconds += gigabytes(applicationPackages, parameters['node.package_gb']) / rate;
    if (containerImages.length > 0) {
      world.imagePulls++;
      // Registries throttle: a pull is as slow as the number of pulls at its start makes it.
      const throttled = Math.max(1, world.imagePulls / parameters['node.concurrent_pulls']);
      seconds += (gigabytes(containerImages, parameters['node.image_gb']) / rate) * throttled;
    }
  }
  nodes.setUp[node] = SETTING_UP;
  const time = drawnQuanta(seconds);
  if (time === 0) return endSetUp(world, pool, node);
  after(world, node, time);
  return false;
}

function gigabytes(downloads: readonly Download[], usual: number): number {
  return downloads.reduce((sum, { gigabytes: size = usual }) => sum + size, 0);
}

/** Ends the set-up; false where a download failed, which leaves the node unusable for good (documented). */
export function endSetUp(world: World, pool: PoolState, node: number): boolean {
  const { nodes, parameters } = world;
  const fresh = nodes.prepared[node] === 0;
  abandonSetUp(world, pool, node);
  nodes.setUp[node] = SET_UP;
  nodes.prepared[node] = 1;
  if (!fresh) return true;
  const { applicationPackages, containerImages } = pool.nodeSetup!;
  const draw = nodes.boots[node]! * drawsPerBoot;
  const fails = (downloads: readonly Download[], share: number, which: number): boolean =>
    downloads.length > 0 &&
    share > 0 &&
    pool.setUpDraws.uniform(nodes.number[node]!, draw + which) < share;
  const error = fails(
    applicationPackages,
    parameters['node.package_failure_share'],
    setUpDraw.packageFails,
  )
    ? 'application package download failed'
    : fails(containerImages, parameters['node.image_failure_share'], setUpDraw.imageFails)
      ? 'container image pull failed'
      : undefined;
  if (error === undefined) return true;
  nodes.prepared[node] = 0;
  changeNodeState(world, pool, node, UNUSABLE);
  if (world.log !== undefined) logNodeError(world.log, world, node, error);
  return false;
}
