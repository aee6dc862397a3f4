/** Tests to begin with: they hold for the first formula of the gallery. */
export const exampleTests = `formula: { file: formula.autoscale }
start: 2026-03-02T08:00:00Z
pool: { taskSlotsPerNode: 2 }
cases:
  - name: an average of ten minutes
    at: PT20M
    series: { $PendingTasks: 12x40 }
    expect: { $TargetDedicatedNodes: 6, $NodeDeallocationOption: taskcompletion }

  - name: a new pool has no samples
    expect: { $TargetDedicatedNodes: 0 }

  - name: never beyond the limit, whatever the history
    at: PT15M
    forAll:
      series: { $PendingTasks: { values: 0..5000, samples: 1..31, missing: 0..60% } }
    expect: { $TargetDedicatedNodes: 0..25 }
`;
