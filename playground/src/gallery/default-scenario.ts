/** A working day: a steady trickle, and a burst at noon. */
export const defaultScenario = `seed: 42
start: 2026-03-02T08:00:00Z
until: drained
pools:
  - id: pool
    vmSize: Standard_D4s_v5
    taskSlotsPerNode: 2
    enableAutoScale: true
    autoScaleFormula: { file: formula.autoscale }
    autoScaleEvaluationInterval: PT5M
jobs:
  - id: steady
    poolInfo: { poolId: pool }
    tasks:
      - arrivals: { poisson: { mean: 60 } }
        runTime: { lognormal: { median: 240, sigma: 0.5 } }
        until: PT8H
  - id: noon
    poolInfo: { poolId: pool }
    tasks:
      - arrivals: { poisson: { mean: 5 } }
        runTime: { lognormal: { median: 600, sigma: 0.4 } }
        first: PT4H
        count: 150
`;
