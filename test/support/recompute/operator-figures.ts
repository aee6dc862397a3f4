import type { SimulationInput } from '../../../src/simulator/index.js';
import { quantaOf, sum, type LogLine } from './log-line.js';
import type { Figures } from './recompute-record.js';

type Keys = { readonly [key: string]: Figures };

/** Requests of users with their answers, as the record lists them. */
export function recomputeOperations(lines: readonly LogLine[]): Figures {
  return lines
    .filter(({ event }) => event === 'Operation')
    .map((line): Figures => {
      const { operation, id, ...rest } = line.body as Keys & { readonly operation: string };
      const task: Keys = id === undefined ? {} : { taskId: id };
      return { ...rest, ...task, kind: operation, atSeconds: quantaOf(line) / 4000 };
    });
}

/** How often each fault of the scenario struck, when, and how long it lasted. */
export function recomputeFaults(lines: readonly LogLine[], input: SimulationInput): Figures {
  return (input.faults ?? []).map((fault, index): Figures => {
    const own = lines.filter(({ event, body }) => event === 'Fault' && body['fault'] === index);
    const phase = (name: string): LogLine[] => own.filter(({ body }) => body['phase'] === name);
    const ends = phase('end').map((line) => quantaOf(line) / 4000);
    const nodes = (line: LogLine): number =>
      ((line.body['nodeIds'] ?? []) as readonly string[]).length;
    const strikes = phase('start').map((line, place): Figures => ({
      atSeconds: quantaOf(line) / 4000,
      ...('lasts' in fault ? { endSeconds: ends[place] ?? null } : {}),
      ...('nodes' in fault ? { nodes: nodes(line) } : {}),
    }));
    return {
      kind: fault.kind,
      occurrences: strikes.length,
      ...('poolId' in fault ? { poolId: fault.poolId } : {}),
      ...('nodes' in fault ? { nodes: sum(phase('start').map(nodes)) } : {}),
      strikes: strikes.slice(0, 1000),
    };
  });
}

/** Roll-outs of operating systems, in order of time; nodes are counted by their state upgradingos. */
export function recomputeOsUpgrades(lines: readonly LogLine[]): Figures {
  const found: Record<string, Figures>[] = [];
  const latestOf = (id: unknown) =>
    found.findLast(({ poolId, result }) => poolId === id && result !== 'NoPool')!;
  for (const line of lines) {
    const { event, body } = line;
    if (event === 'PoolOSUpgradeStart') {
      const atSeconds = quantaOf(line) / 4000;
      const poolId = body['id'] as string;
      found.push({ poolId, atSeconds, endSeconds: null, nodes: 0, result: 'InProgress' });
    } else if (event === 'OSUpgradeWithoutPool') {
      const at = quantaOf(line) / 4000;
      const poolId = body['poolId'] as string;
      found.push({ poolId, atSeconds: at, endSeconds: at, nodes: 0, result: 'NoPool' });
    } else if (event === 'PoolOSUpgradeComplete') {
      const upgrade = latestOf(body['id']);
      upgrade['endSeconds'] = quantaOf(line) / 4000;
      upgrade['result'] = body['result'] as string;
    } else if (event === 'NodeStateChange' && body['to'] === 'upgradingos') {
      const upgrade = latestOf(body['poolId']);
      upgrade['nodes'] = (upgrade['nodes'] as number) + 1;
    }
  }
  return found;
}
