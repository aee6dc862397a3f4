import type { PoolFile } from '../schema/pool-schema.js';

/** Publishers of images and names of node agents that mean Windows. */
const windows = /windows/i;

/** Whether the nodes of a pool run Windows, as far as its settings tell; Linux otherwise. */
export function runsWindows(file: PoolFile): boolean {
  const { cloudServiceConfiguration: cloud, virtualMachineConfiguration: machine } = file;
  const { imageReference, nodeAgentSKUId, nodeAgentSkuId } = machine ?? {};
  const { publisher, offer } = (imageReference ?? {}) as Readonly<Record<string, unknown>>;
  return (
    cloud !== undefined ||
    [publisher, offer, nodeAgentSKUId, nodeAgentSkuId].some(
      (name) => typeof name === 'string' && windows.test(name),
    )
  );
}

/** Whether the image of the nodes is a managed image, and neither of the marketplace nor of a gallery (service.md section 7). */
export function usesManagedImage({ virtualMachineConfiguration: machine }: PoolFile): boolean {
  const { virtualMachineImageId: id } = (machine?.imageReference ?? {}) as Readonly<
    Record<string, unknown>
  >;
  return typeof id === 'string' && /\/images\//i.test(id) && !/\/galleries\//i.test(id);
}
