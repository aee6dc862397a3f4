import type { EventBody, LoggedEvent } from './event-rule.js';

type Kind = 'job' | 'job schedule' | 'pool';

/** The keys of an event beside `id` that name something, and what. */
const references: readonly (readonly [string, Kind])[] = [
  ['jobId', 'job'],
  ['jobScheduleId', 'job schedule'],
  ['poolId', 'pool'],
];

/** What the `id` of an event names, where that may come again. */
function kindOf(event: string): Kind | undefined {
  if (event.startsWith('JobSchedule')) return 'job schedule';
  if (['JobStateChange', 'JobUpdate', 'JobRefusal'].includes(event)) return 'job';
  return event.startsWith('Pool') ? 'pool' : undefined;
}

/**
 * Lets the rules tell apart what has the same id one after another: a job, a job schedule or a pool that was deleted and added anew
 * gets a number behind its id. Other lines stay as they are.
 */
export function createLifeSeparator(): (line: LoggedEvent) => LoggedEvent {
  const lives = new Map<string, number>();
  let hasAgain = false;
  const nameOf = (kind: Kind, id: unknown): unknown => {
    const life = lives.get(`${kind} ${String(id)}`) ?? 1;
    return life === 1 ? id : `${String(id)}#${life}`;
  };
  return (line) => {
    const { event, body } = line;
    const kind = kindOf(event);
    const isCreation = event === 'PoolCreate' || body['from'] === null;
    if (kind !== undefined && isCreation) {
      const key = `${kind} ${String(body['id'])}`;
      const life = (lives.get(key) ?? 0) + 1;
      lives.set(key, life);
      hasAgain ||= life > 1;
    }
    return hasAgain ? { ...line, body: renamed(body, kind, nameOf) } : line;
  };
}

function renamed(
  body: EventBody,
  kind: Kind | undefined,
  nameOf: (kind: Kind, id: unknown) => unknown,
): EventBody {
  const names: Record<string, unknown> = { ...body };
  if (kind !== undefined) names['id'] = nameOf(kind, body['id']);
  for (const [key, of] of references) {
    if (typeof body[key] === 'string') names[key] = nameOf(of, body[key]);
  }
  const node = body['nodeInfo'] as EventBody | undefined;
  if (node !== undefined) names['nodeInfo'] = { ...node, poolId: nameOf('pool', node['poolId']) };
  return names;
}
