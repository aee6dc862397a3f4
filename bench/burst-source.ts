import type { TaskArrival, TaskSource } from '../src/workload/task-stream.js';

/** The tasks of "burst-autoscale": bursts of 10,000 arrivals, produced one at a time; with `jobs` jobs, task i belongs to job i mod `jobs`. */
export function burstSource(count: number, jobs: number = 1): TaskSource {
  return {
    taskCount: count,
    open() {
      let state = 12_345;
      const draw = (): number => {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return state >>> 0;
      };
      let index = -1;
      let clock = 0;
      const arrival = {
        index: 0,
        job: 0,
        submitTime: 0,
        runTime: 0,
        requiredSlots: 1,
        exitCode: 0,
      };
      return {
        next(): TaskArrival | undefined {
          if (++index === count) return undefined;
          if (index > 0 && index % 10_000 === 0) clock += 7_200_000;
          clock += draw() % 401;
          arrival.index = index;
          arrival.job = index % jobs;
          arrival.submitTime = clock * 4;
          arrival.runTime = (30_000 + (draw() % 540_001)) * 4;
          return arrival;
        },
        taskId: (task) => `task-${task}`,
      };
    },
  };
}
