import { z } from 'zod';

import { oneOf } from '../../base/document/schema-parts.js';
import type { OutputFile, TaskAffinity } from '../../workload/task-settings.js';

const bytes = (what: string): z.ZodDefault<z.ZodNumber> =>
  z.number().min(0).max(1e15).default(0).describe(`Bytes of the ${what}; 0 by default.`);

const text = (): z.ZodOptional<z.ZodString> => z.string().optional().describe('For the reader.');

const resourceFile = z.strictObject({
  bytes: bytes('file, or of all files of the container'),
  httpUrl: text(),
  storageContainerUrl: text(),
  autoStorageContainerName: text(),
  blobPrefix: text(),
  filePath: text(),
  fileMode: text(),
  identityReference: z.unknown().optional().describe('For the reader.'),
});

const outputFile: z.ZodType<OutputFile> = z
  .strictObject({
    bytes: bytes('files'),
    filePattern: text(),
    destination: z.unknown().optional().describe('For the reader.'),
    uploadOptions: z
      .strictObject({
        uploadCondition: z
          .enum(['tasksuccess', 'taskfailure', 'taskcompletion'])
          .default('taskcompletion')
          .describe('After which exit codes the files are uploaded: 0, any other, or all.'),
      })
      .default({ uploadCondition: 'taskcompletion' })
      .describe('When the files are uploaded.'),
  })
  .transform(({ bytes: size, uploadOptions }): OutputFile => ({
    bytes: size,
    uploadCondition: uploadOptions.uploadCondition,
  }));

const packageReference = z
  .strictObject({
    applicationId: z.string().min(1).describe('Id of the application.'),
    version: z.string().optional().describe('Version; the default one where absent.'),
    bytes: bytes('package'),
  })
  .transform(({ applicationId, version = 'default', bytes: size }) => ({
    id: `${applicationId.toLowerCase()}/${version}`,
    bytes: size,
  }));

const container = z
  .strictObject({
    imageName: z.string().min(1).describe('The image.'),
    imageBytes: bytes('image, pulled at its first use on a node'),
    containerRunOptions: text(),
    workingDirectory: text(),
    registry: z.unknown().optional().describe('For the reader.'),
  })
  .transform(({ imageName, imageBytes }) => ({ imageName, imageBytes }));

const affinity = oneOf<TaskAffinity>('{ affinityId } or { nodeNumber }', [
  {
    key: 'affinityId',
    schema: z.strictObject({ affinityId: z.string().min(1).describe('Id of the node.') }),
  },
  {
    key: 'nodeNumber',
    schema: z.strictObject({
      nodeNumber: z
        .number()
        .int()
        .min(1)
        .max(1_000_000_000)
        .describe('Number of the node within its pool; 1 is the first that the pool asked for.'),
    }),
  },
]);

export const resourceFiles: z.ZodType<readonly { readonly bytes: number }[]> = z
  .array(resourceFile.transform(({ bytes: size }) => ({ bytes: size })))
  .max(10_000);
const outputFiles: z.ZodType<readonly OutputFile[]> = z.array(outputFile).max(10_000);
const packages: z.ZodType<readonly { readonly id: string; readonly bytes: number }[]> = z
  .array(packageReference)
  .max(10);

/** Files, packages, container and preferred node of a task, with the names of the REST interface; bytes and nodeNumber are ours. */
export const taskFileKeys: {
  readonly resourceFiles: z.ZodType<readonly { readonly bytes: number }[] | undefined>;
  readonly outputFiles: z.ZodType<readonly OutputFile[] | undefined>;
  readonly applicationPackageReferences: z.ZodType<
    readonly { readonly id: string; readonly bytes: number }[] | undefined
  >;
  readonly containerSettings: z.ZodType<
    { readonly imageName: string; readonly imageBytes: number } | undefined
  >;
  readonly affinityInfo: z.ZodType<TaskAffinity | undefined>;
} = {
  resourceFiles: resourceFiles
    .optional()
    .describe('Files that are downloaded at the start of every attempt.'),
  outputFiles: outputFiles.optional().describe('Files that are uploaded after the command.'),
  applicationPackageReferences: packages
    .optional()
    .describe('Application packages, downloaded at their first use on a node.'),
  containerSettings: container.optional().describe('The container that the task runs in.'),
  affinityInfo: affinity
    .optional()
    .describe('The node that the task prefers; it runs elsewhere where that one is busy.'),
};
