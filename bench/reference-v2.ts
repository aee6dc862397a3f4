import { createSampler } from '../src/base/random/distribution.js';
import { createRandomStream } from '../src/base/random/random-stream.js';
import type { BurstResult } from './limit.js';

/**
 * The workload "burst-autoscale" v2 (start task, scheduling latency, two priorities) by a plain event loop that shares nothing with
 * the simulator but the random draws: objects in a heap, arrays for queues. It is there to agree, not to be fast.
 */
interface Event {
  readonly at: number;
  /** Ends before nodes that become ready, before arrivals, before ticks: the order of the simulator at equal times. */
  readonly rank: number;
  readonly sequence: number;
  readonly happen: () => void;
}

const cap = 1000;

class Heap {
  private readonly items: Event[] = [];

  get size(): number {
    return this.items.length;
  }

  push(event: Event): void {
    const { items } = this;
    let i = items.length;
    items.push(event);
    while (i > 0 && before(event, items[(i - 1) >> 1]!)) {
      items[i] = items[(i - 1) >> 1]!;
      i = (i - 1) >> 1;
    }
    items[i] = event;
  }

  pop(): Event {
    const { items } = this;
    const first = items[0]!;
    const last = items.pop()!;
    for (let i = 0; items.length > 0;) {
      const left = 2 * i + 1;
      const right = left + 1;
      let child = left;
      if (right < items.length && before(items[right]!, items[left]!)) child = right;
      if (left >= items.length || before(last, items[child]!)) {
        items[i] = last;
        break;
      }
      items[i] = items[child]!;
      i = child;
    }
    return first;
  }
}

function before(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && (a.rank - b.rank || a.sequence - b.sequence) < 0);
}

/** First-in first-out without moving elements. */
class Fifo {
  private readonly items: number[] = [];
  private head = 0;

  get length(): number {
    return this.items.length - this.head;
  }

  push(item: number): void {
    this.items.push(item);
  }

  shift(): number {
    return this.items[this.head++]!;
  }
}

export function runReferenceV2(count: number, seed: string): BurstResult {
  const latencySampler = createSampler({ lognormal: { median: 3, sigma: 0.25 } });
  const latencies = createRandomStream(seed, 'scheduling-latency');
  const latencyOf = (task: number): number =>
    Math.floor(latencySampler(latencies.uniform(task, 0)) * 4000 + 0.5) / 4;

  let state = 12_345;
  const draw = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  let arrivalClock = 0;
  let arrived = 0;
  const arrivals: number[] = [];
  const durations: number[] = [];
  const nextArrival = (): number => {
    if (arrived > 0 && arrived % 10_000 === 0) arrivalClock += 7_200_000;
    arrivalClock += draw() % 401;
    arrivals.push(arrivalClock);
    durations.push(30_000 + (draw() % 540_001));
    return arrivalClock;
  };

  const heap = new Heap();
  let sequence = 0;
  const schedule = (at: number, rank: number, happen: () => void): void => {
    heap.push({ at, rank, sequence: sequence++, happen });
  };
  const urgent = new Fifo();
  const ordinary = new Fifo();
  let now = 0;
  let idle = 0;
  let busy = 0;
  let booting = 0;
  let done = 0;
  let boots = 0;
  let ticks = 0;
  let wait = 0;
  let makespan = 0;
  let nodeTime = 0;
  let counted = 0;
  const run = { over: false };

  const assign = (task: number): void => {
    busy++;
    const starts = now + latencyOf(task);
    wait += starts - arrivals[task]!;
    schedule(starts + durations[task]!, 0, () => {
      done++;
      makespan = now;
      busy--;
      free();
    });
  };
  const free = (): void => {
    if (urgent.length > 0) assign(urgent.shift());
    else if (ordinary.length > 0) assign(ordinary.shift());
    else idle++;
  };
  const arrive = (): void => {
    const task = arrived++;
    if (idle > 0) {
      idle--;
      assign(task);
    } else if (task % 2 === 1) {
      urgent.push(task);
    } else {
      ordinary.push(task);
    }
    if (arrived < count) schedule(nextArrival(), 2, arrive);
  };
  const tick = (): void => {
    ticks++;
    const current = idle + busy + booting;
    nodeTime += current * (now - counted);
    counted = now;
    const target = Math.min(cap, urgent.length + ordinary.length + busy);
    for (let i = current; i < target; i++) {
      boots++;
      booting++;
      schedule(now + 119_999.75 + 30_000, 1, () => {
        booting--;
        free();
      });
    }
    if (target < current) idle -= Math.min(idle, current - target);
    run.over = done === count && idle + busy + booting === 0;
    schedule(now + 300_000, 3, tick);
  };

  schedule(nextArrival(), 2, arrive);
  schedule(300_000.5, 3, tick);
  while (!run.over) {
    const event = heap.pop();
    now = event.at;
    event.happen();
  }
  return {
    done,
    makespanSeconds: makespan / 1000,
    nodeSeconds: nodeTime / 1000,
    waitSeconds: wait / 1000,
    boots,
    ticks,
  };
}
