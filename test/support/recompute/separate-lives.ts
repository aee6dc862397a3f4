import type { LogLine } from './log-line.js';

const mark = '#';

/** The list of things that an event tells of by its `id`, where ids may come again after a deletion. */
function listOf(event: string): 'jobs' | 'schedules' | 'pools' | undefined {
  if (event.startsWith('JobSchedule')) return 'schedules';
  if (event === 'JobStateChange' || event === 'JobUpdate' || event === 'JobRefusal') return 'jobs';
  return event.startsWith('Pool') ? 'pools' : undefined;
}

/** The lines with a number behind the id of what was added again under the id of something deleted. */
export function separateLives(lines: readonly LogLine[]): LogLine[] {
  const counts = {
    jobs: new Map<string, number>(),
    schedules: new Map<string, number>(),
    pools: new Map<string, number>(),
  };
  return lines.map((line) => {
    const { event, body } = line;
    const list = listOf(event);
    const isNew = event === 'PoolCreate' || body['from'] === null;
    if (list !== undefined && isNew) {
      const id = body['id'] as string;
      counts[list].set(id, (counts[list].get(id) ?? 0) + 1);
    }
    const name = (of: keyof typeof counts, id: unknown): unknown => {
      const life = counts[of].get(id as string) ?? 1;
      return life === 1 ? id : `${id as string}${mark}${life}`;
    };
    const node = body['nodeInfo'] as { readonly poolId: string } | undefined;
    return {
      ...line,
      body: {
        ...body,
        ...(list === undefined ? {} : { id: name(list, body['id']) }),
        ...('jobId' in body ? { jobId: name('jobs', body['jobId']) } : {}),
        ...('jobScheduleId' in body
          ? { jobScheduleId: name('schedules', body['jobScheduleId']) }
          : {}),
        ...('poolId' in body ? { poolId: name('pools', body['poolId']) } : {}),
        ...(node === undefined
          ? {}
          : { nodeInfo: { ...node, poolId: name('pools', node.poolId) } }),
      },
    };
  });
}

/** Figures with the ids as the simulator has them. */
export function withoutMarks<T>(figures: T): T {
  const text = JSON.stringify(figures);
  return JSON.parse(text.replaceAll(/"([A-Za-z0-9_:-]+)#\d+"/g, '"$1"')) as T;
}
