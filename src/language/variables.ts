/** Sampled service variables; those of 2014 share the series of their successors. */
export type MetricName =
  | '$CPUPercent'
  | '$WallClockSeconds'
  | '$MemoryBytes'
  | '$DiskBytes'
  | '$DiskReadBytes'
  | '$DiskWriteBytes'
  | '$DiskReadOps'
  | '$DiskWriteOps'
  | '$NetworkInBytes'
  | '$NetworkOutBytes'
  | '$SampleNodeCount'
  | '$ActiveTasks'
  | '$RunningTasks'
  | '$PendingTasks'
  | '$SucceededTasks'
  | '$FailedTasks'
  | '$PreemptedNodeCount'
  | '$UsableNodeCount';

export type ScalarName =
  '$TaskSlotsPerNode' | '$CurrentDedicatedNodes' | '$CurrentLowPriorityNodes';
export type TargetName = '$TargetDedicatedNodes' | '$TargetLowPriorityNodes';
export type DeallocationName = '$NodeDeallocationOption';

interface Common {
  readonly documentation: string;
  readonly unit: string;
  readonly since: string;
  /** `retired`: gone from the documents; `legacy`: an old name of another variable. */
  readonly status: 'current' | 'retired' | 'legacy';
}

/** One spelling of a service variable. `id` is the current name of the variable that it means. */
export type VariableRow =
  | (Common & { readonly kind: 'sampled'; readonly id: MetricName })
  | (Common & { readonly kind: 'scalar'; readonly id: ScalarName })
  | (Common & { readonly kind: 'target'; readonly id: TargetName })
  | (Common & { readonly kind: 'deallocation'; readonly id: DeallocationName });

type VariableName =
  | MetricName
  | ScalarName
  | TargetName
  | DeallocationName
  | '$TargetDedicated'
  | '$TargetLowPriority'
  | '$TVMDeallocationOption'
  | '$CurrentDedicated'
  | '$SampleTVMCount';

type Status = Common['status'];

function sampled(
  id: MetricName,
  status: Status,
  since: string,
  unit: string,
  documentation: string,
): VariableRow {
  return { kind: 'sampled', id, status, since, unit, documentation };
}

function scalar(
  id: ScalarName,
  status: Status,
  since: string,
  unit: string,
  documentation: string,
): VariableRow {
  return { kind: 'scalar', id, status, since, unit, documentation };
}

function target(id: TargetName, status: Status, since: string, documentation: string): VariableRow {
  return { kind: 'target', id, status, since, unit: 'nodes', documentation };
}

function deallocation(status: Status, since: string): VariableRow {
  return {
    kind: 'deallocation',
    id: '$NodeDeallocationOption',
    status,
    since,
    unit: 'keyword',
    documentation: 'What becomes of the tasks on nodes that are removed.',
  };
}

/** Every service variable ever documented (language.md section 8), by the name as written in a formula. */
export const variables: Readonly<Record<VariableName, VariableRow>> = {
  $TargetDedicatedNodes: target(
    '$TargetDedicatedNodes',
    'current',
    '2017',
    'Number of dedicated nodes that the pool should have.',
  ),
  $TargetLowPriorityNodes: target(
    '$TargetLowPriorityNodes',
    'current',
    '2017',
    'Number of Spot or low-priority nodes that the pool should have.',
  ),
  $TargetDedicated: target(
    '$TargetDedicatedNodes',
    'legacy',
    '2014',
    'Old name of $TargetDedicatedNodes.',
  ),
  $TargetLowPriority: target(
    '$TargetLowPriorityNodes',
    'legacy',
    '2017',
    'Short name of $TargetLowPriorityNodes.',
  ),
  $NodeDeallocationOption: deallocation('current', '2016'),
  $TVMDeallocationOption: deallocation('legacy', '2014'),
  $CurrentDedicatedNodes: scalar(
    '$CurrentDedicatedNodes',
    'current',
    '2017',
    'nodes',
    'Number of dedicated nodes in the pool now.',
  ),
  $CurrentDedicated: scalar(
    '$CurrentDedicatedNodes',
    'legacy',
    '2014',
    'nodes',
    'Old name of $CurrentDedicatedNodes.',
  ),
  $CurrentLowPriorityNodes: scalar(
    '$CurrentLowPriorityNodes',
    'current',
    '2017',
    'nodes',
    'Number of Spot or low-priority nodes in the pool now, preempted ones included.',
  ),
  $TaskSlotsPerNode: scalar(
    '$TaskSlotsPerNode',
    'current',
    '2021',
    'slots',
    'Task slots of one node, as the pool was created with.',
  ),
  $ActiveTasks: sampled(
    '$ActiveTasks',
    'current',
    '2014',
    'tasks',
    'Tasks that wait for a node and whose dependencies are met.',
  ),
  $RunningTasks: sampled('$RunningTasks', 'current', '2014', 'tasks', 'Tasks that run.'),
  $PendingTasks: sampled(
    '$PendingTasks',
    'current',
    '2017',
    'tasks',
    'Tasks that wait or run: $ActiveTasks and $RunningTasks together.',
  ),
  $SucceededTasks: sampled('$SucceededTasks', 'current', '2014', 'tasks', 'Tasks that succeeded.'),
  $FailedTasks: sampled('$FailedTasks', 'current', '2014', 'tasks', 'Tasks that failed.'),
  $PreemptedNodeCount: sampled(
    '$PreemptedNodeCount',
    'current',
    '2017',
    'nodes',
    'Nodes of the pool that are preempted.',
  ),
  $UsableNodeCount: sampled(
    '$UsableNodeCount',
    'current',
    '2025',
    'nodes',
    'Nodes that can run tasks.',
  ),
  $CPUPercent: sampled(
    '$CPUPercent',
    'current',
    '2014',
    'fraction 0 to 1',
    'Average use of the processors.',
  ),
  $WallClockSeconds: sampled(
    '$WallClockSeconds',
    'retired',
    '2014',
    'seconds',
    'Seconds consumed.',
  ),
  $MemoryBytes: sampled(
    '$MemoryBytes',
    'retired',
    '2014',
    'megabytes',
    'Average memory in use, in megabytes in spite of its name.',
  ),
  $DiskBytes: sampled(
    '$DiskBytes',
    'retired',
    '2014',
    'gigabytes',
    'Average local disk in use, in gigabytes in spite of its name.',
  ),
  $DiskReadBytes: sampled('$DiskReadBytes', 'retired', '2014', 'bytes', 'Bytes read from disk.'),
  $DiskWriteBytes: sampled('$DiskWriteBytes', 'retired', '2014', 'bytes', 'Bytes written to disk.'),
  $DiskReadOps: sampled('$DiskReadOps', 'retired', '2014', 'operations', 'Reads from disk.'),
  $DiskWriteOps: sampled('$DiskWriteOps', 'retired', '2014', 'operations', 'Writes to disk.'),
  $NetworkInBytes: sampled('$NetworkInBytes', 'retired', '2014', 'bytes', 'Bytes received.'),
  $NetworkOutBytes: sampled('$NetworkOutBytes', 'retired', '2014', 'bytes', 'Bytes sent.'),
  $SampleNodeCount: sampled('$SampleNodeCount', 'retired', '2016', 'nodes', 'Nodes in the pool.'),
  $SampleTVMCount: sampled(
    '$SampleNodeCount',
    'legacy',
    '2014',
    'nodes',
    'Old name of $SampleNodeCount.',
  ),
};

export const variableRows: ReadonlyMap<string, VariableRow> = new Map(Object.entries(variables));
