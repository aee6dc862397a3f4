import { z } from 'zod';

import { isString, notModelled, oneOf } from '../../base/document/schema-parts.js';
import type { Download, NodeSetup } from '../../simulator/index.js';

/** What of a pool costs its nodes time before their start task, as a scenario writes it. */
export interface NodeSetupFile {
  readonly applicationPackageReferences?: readonly Download[] | undefined;
  readonly certificateReferences?: readonly unknown[] | undefined;
  readonly mountConfiguration?: readonly unknown[] | undefined;
  readonly virtualMachineConfiguration?: VirtualMachineFile | undefined;
}

interface VirtualMachineFile {
  readonly imageReference?: unknown;
  readonly nodeAgentSKUId?: string | undefined;
  readonly nodeAgentSkuId?: string | undefined;
  readonly containerConfiguration?:
    { readonly containerImageNames?: readonly Download[] | undefined } | undefined;
  readonly dataDisks?: readonly unknown[] | undefined;
}

const gigabytes = (): z.ZodType<number | undefined> =>
  z
    .number()
    .min(0)
    .max(100_000)
    .optional()
    .describe('Size to download; a parameter by default. Not of the REST interface.');

const withoutUndefined = (name: string, size: number | undefined): Download =>
  size === undefined ? { name } : { name, gigabytes: size };

const applicationPackage: z.ZodType<Download> = z
  .strictObject({
    applicationId: z.string().min(1).describe('Id of the application.'),
    version: z.string().optional().describe('Version; the default one where absent.'),
    gigabytes: gigabytes(),
  })
  .transform(({ applicationId, version, gigabytes: size }) => ({
    ...withoutUndefined(applicationId, size),
    ...(version === undefined ? {} : { version }),
  }));

const certificate = z.strictObject({
  thumbprint: z.string().describe('For the reader.'),
  thumbprintAlgorithm: z.string().optional().describe('For the reader.'),
  storeLocation: z.string().optional().describe('For the reader.'),
  storeName: z.string().optional().describe('For the reader.'),
  visibility: z.unknown().optional().describe('For the reader.'),
});

const mountKinds = [
  'azureBlobFileSystemConfiguration',
  'azureFileShareConfiguration',
  'cifsMountConfiguration',
  'nfsMountConfiguration',
] as const;

const mount = z
  .strictObject(
    Object.fromEntries(
      mountKinds.map((kind) => [kind, z.unknown().optional().describe('For the reader.')]),
    ),
  )
  .refine((value) => Object.keys(value).length === 1, {
    error: `one of the keys ${mountKinds.join(', ')}`,
  });

const containerImage: z.ZodType<Download> = oneOf<Download>(
  'the name of an image, or { name, gigabytes }',
  [
    { when: isString, schema: z.string().transform((name): Download => ({ name })) },
    {
      key: 'name',
      schema: z
        .strictObject({
          name: z.string().min(1).describe('Name of the image.'),
          gigabytes: gigabytes(),
        })
        .transform(({ name, gigabytes: size }) => withoutUndefined(name, size)),
    },
  ],
);

const containerConfiguration = z.strictObject({
  type: z.string().optional().describe('For the reader.'),
  containerImageNames: z
    .array(containerImage)
    .max(1000)
    .optional()
    .describe('Images that every node pulls before its start task.'),
  containerRegistries: z.unknown().optional().describe('For the reader.'),
});

const virtualMachineConfiguration = z.strictObject({
  imageReference: z
    .unknown()
    .optional()
    .describe(
      'Publisher and offer tell whether nodes run Windows, virtualMachineImageId whether the image is a managed one; the rest is for the reader.',
    ),
  // As the REST interface and as the command line of the service print it.
  nodeAgentSKUId: z.string().optional().describe('For the reader.'),
  nodeAgentSkuId: z.string().optional().describe('For the reader.'),
  containerConfiguration: containerConfiguration
    .optional()
    .describe('Containers on the nodes of the pool.'),
  dataDisks: z
    .array(
      z.strictObject({
        lun: z.number().int().min(0).max(63).describe('Logical unit number, 0 to 63.'),
        diskSizeGB: z.number().int().min(1).optional().describe('For the reader.'),
        diskSizeGb: z.number().int().min(1).optional().describe('For the reader.'),
        caching: z.string().optional().describe('For the reader.'),
        storageAccountType: z.string().optional().describe('For the reader.'),
      }),
    )
    .max(64)
    .optional()
    .describe('Empty disks of each node.'),
  diskEncryptionConfiguration: notModelled(),
  extensions: notModelled(),
  licenseType: notModelled(),
  nodePlacementConfiguration: notModelled(),
  osDisk: notModelled(),
  securityProfile: notModelled(),
  serviceArtifactReference: notModelled(),
  windowsConfiguration: notModelled(),
});

/** Keys of a pool; limits are those of the service (service.md sections 1.1 and 7). */
export const nodeSetupShape: {
  readonly [P in keyof NodeSetupFile]-?: z.ZodType<NodeSetupFile[P]>;
} = {
  applicationPackageReferences: z
    .array(applicationPackage)
    .max(10)
    .optional()
    .describe('Packages that every node downloads before its start task; at most 10.'),
  certificateReferences: z
    .array(certificate)
    .max(12)
    .optional()
    .describe('Certificates that are installed on every new node; at most 12.'),
  mountConfiguration: z
    .array(mount)
    .max(10)
    .optional()
    .describe('File systems that are mounted on every boot of a node; at most 10.'),
  virtualMachineConfiguration: virtualMachineConfiguration
    .optional()
    .describe('Image, containers and disks of the nodes.'),
};

/** What the nodes of a pool need before their start task; undefined for nothing. */
export function nodeSetupOf(file: NodeSetupFile): NodeSetup | undefined {
  const { containerConfiguration: containers, dataDisks } = file.virtualMachineConfiguration ?? {};
  const setup: NodeSetup = {
    certificates: file.certificateReferences?.length ?? 0,
    mounts: file.mountConfiguration?.length ?? 0,
    dataDisks: dataDisks?.length ?? 0,
    applicationPackages: file.applicationPackageReferences ?? [],
    containerImages: containers?.containerImageNames ?? [],
  };
  const parts = setup.applicationPackages.length + setup.containerImages.length;
  return parts + setup.certificates + setup.mounts + setup.dataDisks === 0 ? undefined : setup;
}
