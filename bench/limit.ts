/**
 * The workload "burst-autoscale" v1 as a hand-written loop over typed arrays: the lower bound that the simulator is measured
 * against. It knows that all nodes are alike, that arrivals come in order and that nodes boot together; it models nothing else.
 */
export interface BurstResult {
  readonly done: number;
  readonly makespanSeconds: number;
  readonly nodeSeconds: number;
  readonly waitSeconds: number;
  readonly boots: number;
  readonly ticks: number;
}

const cap = 1000;
const tickLength = 300_000;
const bootLength = 119_999.75;

function generate(count: number): { arrival: Float64Array; duration: Float64Array } {
  const arrival = new Float64Array(count);
  const duration = new Float64Array(count);
  let state = 12_345;
  const draw = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  let clock = 0;
  for (let i = 0; i < count; i++) {
    if (i > 0 && i % 10_000 === 0) clock += 7_200_000;
    clock += draw() % 401;
    arrival[i] = clock;
    duration[i] = 30_000 + (draw() % 540_001);
  }
  return { arrival, duration };
}

export function runLimit(count: number): BurstResult {
  const { arrival, duration } = generate(count);
  // Ends of running tasks: a binary heap of times; which node it is does not matter.
  const ends = new Float64Array(cap);
  let running = 0;
  let idle = 0;
  let booting = 0;
  let bootedAt = Infinity;
  let head = 0;
  let tail = 0;
  let done = 0;
  let boots = 0;
  let ticks = 0;
  let makespan = 0;
  let wait = 0;
  let nodeTime = 0;
  let nodesSince = 0;
  let tick = tickLength + 0.5;

  const siftUp = (time: number): void => {
    let i = running++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (ends[parent]! <= time) break;
      ends[i] = ends[parent]!;
      i = parent;
    }
    ends[i] = time;
  };
  const siftDown = (time: number): void => {
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= running) break;
      if (child + 1 < running && ends[child + 1]! < ends[child]!) child++;
      if (ends[child]! >= time) break;
      ends[i] = ends[child]!;
      i = child;
    }
    ends[i] = time;
  };
  const startHead = (now: number): number => {
    wait += now - arrival[head]!;
    return now + duration[head++]!;
  };

  for (;;) {
    const nextArrival = tail < count ? arrival[tail]! : Infinity;
    const nextEnd = running > 0 ? ends[0]! : Infinity;
    if (nextEnd <= nextArrival && nextEnd <= tick && nextEnd <= bootedAt) {
      done++;
      makespan = nextEnd;
      if (head < tail) {
        siftDown(startHead(nextEnd));
      } else {
        const last = ends[--running]!;
        if (running > 0) siftDown(last);
        idle++;
      }
    } else if (nextArrival <= tick && nextArrival <= bootedAt) {
      tail++;
      if (idle > 0) {
        idle--;
        siftUp(startHead(nextArrival));
      }
    } else if (bootedAt <= tick) {
      for (; booting > 0; booting--) {
        if (head < tail) siftUp(startHead(bootedAt));
        else idle++;
      }
      bootedAt = Infinity;
    } else {
      ticks++;
      const current = booting + idle + running;
      nodeTime += current * (tick - nodesSince);
      nodesSince = tick;
      const target = Math.min(cap, tail - head + running);
      if (target > current) {
        booting = target - current;
        boots += booting;
        bootedAt = tick + bootLength;
      } else {
        idle -= Math.min(idle, current - target);
      }
      if (done === count && booting + idle + running === 0) break;
      tick += tickLength;
    }
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
