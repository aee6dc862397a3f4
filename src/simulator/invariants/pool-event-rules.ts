import { number, text, type EventRule } from './event-rule.js';

/** Pools as the event stream tells of them (service.md sections 8 and 14). */
export const poolEventRules: readonly EventRule[] = [
  {
    name: 'time does not go back',
    create() {
      let latest = 0;
      return ({ t }) => {
        const before = latest;
        latest = t;
        return t >= before ? undefined : `${t} ms after ${before} ms`;
      };
    },
  },
  {
    name: 'a pool is created before anything happens to it, and deleted last',
    create() {
      const pools = new Map<string, 'created' | 'deleted'>();
      return ({ event, body }) => {
        if (event === 'Operation' || event === 'Fault') return undefined;
        const isOfPool = event.startsWith('Pool');
        const id = isOfPool
          ? text(body, 'id')
          : event === 'NodeStateChange'
            ? text(body, 'poolId')
            : undefined;
        if (id === undefined) return undefined;
        if (event === 'PoolCreate') pools.set(id, 'created');
        const state = pools.get(id);
        if (event === 'PoolDeleteComplete') pools.set(id, 'deleted');
        return state === 'created'
          ? undefined
          : `${event} of pool ${id}, which is ${state ?? 'not created'}`;
      };
    },
  },
  {
    name: 'a pool has at most one open resize',
    create() {
      const open = new Set<string>();
      return ({ event, body }) => {
        const id = text(body, 'id');
        if (event === 'PoolResizeStart') {
          const wasOpen = open.has(id);
          open.add(id);
          return wasOpen ? `pool ${id} starts a resize while one is open` : undefined;
        }
        if (event !== 'PoolResizeComplete') return undefined;
        return open.delete(id) ? undefined : `pool ${id} completes a resize that was not started`;
      };
    },
  },
  {
    name: 'a resize event counts the nodes that are in the pool',
    create() {
      const present = new Map<string, number>();
      const key = (id: string, dedicated: boolean): string => `${dedicated} ${id}`;
      return ({ event, body }) => {
        if (event === 'NodeStateChange') {
          const of = key(text(body, 'poolId'), body['isDedicated'] === true);
          const change = body['from'] === null ? 1 : body['to'] === null ? -1 : 0;
          present.set(of, (present.get(of) ?? 0) + change);
          return undefined;
        }
        if (!event.startsWith('PoolResize')) return undefined;
        const id = text(body, 'id');
        const counted = [
          number(body, 'currentDedicatedNodes'),
          number(body, 'currentLowPriorityNodes'),
        ];
        const known = [present.get(key(id, true)) ?? 0, present.get(key(id, false)) ?? 0];
        return counted.join() === known.join()
          ? undefined
          : `pool ${id}: ${counted.join(' and ')} counted, ${known.join(' and ')} there`;
      };
    },
  },
];
