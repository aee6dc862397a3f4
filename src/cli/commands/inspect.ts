import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

import { Command, Option } from 'commander';

import { nearestName } from '../../base/text/nearest-name.js';
import type { Subject } from '../../report/inspect/life-entry.js';
import { readLife } from '../../report/inspect/read-life.js';
import { renderLife } from '../../report/inspect/render-life.js';
import { idText, kindText } from '../../report/inspect/subject-text.js';
import { CommandError } from '../command-error.js';
import { fileErrorText } from '../io/file-error.js';
import { processTerminal } from '../terminal.js';

interface InspectOptions {
  readonly task?: string;
  readonly node?: string;
  readonly pool?: string;
  readonly job?: string;
  readonly jobSchedule?: string;
  readonly legacyNames?: true;
  readonly format: 'text' | 'json';
}

const examples = `examples:
  poolscale simulate night.scenario.yaml --events night.ndjson
  poolscale inspect night.ndjson --task frames/task-17
  poolscale inspect night.ndjson --task frames/task-17 --legacy-names
  poolscale inspect night.ndjson --node tvm-1695681911_2-20260302t080412z
  poolscale inspect night.ndjson --pool render
  poolscale inspect night.ndjson --job frames
  poolscale inspect night.ndjson --job-schedule nightly
`;

/** `poolscale inspect`: the life of one task, job, job schedule, node or pool, out of the event log of a run. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .description(
      'tell the life of one task, job, job schedule, node or pool from the event log of a run',
    )
    .argument('<events>', 'event log, as written by simulate --events; - reads standard input')
    .addHelpText('before', examples)
    .option('--task <job/task>', 'a task: the id of its job, a slash, its own id')
    .option('--job <id>', 'a job: what became of its tasks, and how many ran over time')
    .option(
      '--job-schedule <id>',
      'a job schedule: its jobs, and the recurrences that went without one',
    )
    .option('--node <id>', 'a node')
    .option('--pool <id>', 'a pool')
    .option('--legacy-names', 'show a task the WATASK_* variables of 2014 and 2015 too')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'),
    )
    .action(inspect);
}

async function inspect(path: string, options: InspectOptions): Promise<void> {
  const subject = subjectOf(options);
  const found = await readLog(path, subject);
  const { stdout } = processTerminal();
  switch (found.kind) {
    case 'not-a-log':
      throw new CommandError(`${path}:${found.line}:1: this is no line of an event log`);
    case 'unknown-subject':
      throw new CommandError(unknownText(path, subject, found.known));
    case 'life':
      stdout.write(
        options.format === 'json'
          ? `${JSON.stringify(found.life, undefined, 2)}\n`
          : `${renderLife(found.life, { legacyNames: options.legacyNames === true })}\n`,
      );
  }
}

function subjectOf({ task, job, jobSchedule, node, pool }: InspectOptions): Subject {
  const given = [task, job, jobSchedule, node, pool].filter((value) => value !== undefined);
  if (given.length !== 1) {
    throw new CommandError('expected one of --task, --job, --job-schedule, --node and --pool');
  }
  if (job !== undefined) return { kind: 'job', jobId: job };
  if (jobSchedule !== undefined) return { kind: 'jobSchedule', jobScheduleId: jobSchedule };
  if (node !== undefined) return { kind: 'node', nodeId: node };
  if (pool !== undefined) return { kind: 'pool', poolId: pool };
  const slash = task!.indexOf('/');
  if (slash < 1) throw new CommandError(`--task ${task!}: expected job/task`);
  return { kind: 'task', jobId: task!.slice(0, slash), taskId: task!.slice(slash + 1) };
}

async function readLog(path: string, subject: Subject): ReturnType<typeof readLife> {
  const input = path === '-' ? process.stdin : createReadStream(path);
  try {
    return await readLife(createInterface({ input, crlfDelay: Infinity }), subject);
  } catch (error) {
    const reason = fileErrorText(error);
    if (reason === undefined) throw error;
    throw new CommandError(`${path} cannot be read: ${reason}`);
  } finally {
    input.destroy();
  }
}

function unknownText(path: string, subject: Subject, known: readonly string[]): string {
  const id = idText(subject);
  const near = nearestName(id, known);
  const hint =
    near !== undefined
      ? `did you mean ${near}?`
      : known.length === 0
        ? `the log has no ${kindText(subject)} at all`
        : `the log has, among others, ${known.slice(0, 3).join(', ')}`;
  return `${path}: there is no ${kindText(subject)} ${id}: ${hint}`;
}
