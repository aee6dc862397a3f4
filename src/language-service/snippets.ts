/** A whole idiom that completion offers; `${1:name}` and `$0` are tab stops in the notation of the Language Server Protocol. */
export interface Snippet {
  readonly label: string;
  readonly documentation: string;
  readonly body: string;
  readonly where: 'statement' | 'expression';
}

/** `\\$` is a dollar sign in this notation. */
export const snippets: readonly Snippet[] = [
  {
    label: 'guarded average',
    documentation:
      'Average of a window behind its guard: with few samples, as on a new pool, the newest sample counts.',
    body: [
      'window = ${1:5} * TimeInterval_Minute;',
      'percent = \\$${2|PendingTasks,ActiveTasks,RunningTasks|}.GetSamplePercent(window);',
      'tasks = percent < 70 ? max(0, \\$$2.GetSample(1)) : avg(\\$$2.GetSample(window));',
      '$0',
    ].join('\n'),
    where: 'statement',
  },
  {
    label: 'nodes for pending tasks',
    documentation: 'A node for each full or partial set of slots, between two bounds.',
    body: [
      'nodes = ceil(${1:tasks} / \\$TaskSlotsPerNode);',
      '\\$TargetDedicatedNodes = max(${2:0}, min(nodes, ${3:20}));',
      '\\$NodeDeallocationOption = taskcompletion;',
      '$0',
    ].join('\n'),
    where: 'statement',
  },
  {
    label: 'working hours',
    documentation: 'True from Monday to Friday within two hours of the day, in UTC.',
    body: [
      'now = time();',
      'isWorkingTime = now.weekday >= 1 && now.weekday <= 5 && now.hour >= ${1:8} && now.hour < ${2:18};',
      '$0',
    ].join('\n'),
    where: 'statement',
  },
  {
    label: 'deadline',
    documentation: 'True until an instant.',
    body: 'time() < time("${1:2026-12-31T23:59:59Z}")',
    where: 'expression',
  },
  {
    label: 'minutes',
    documentation: 'A time interval in minutes.',
    body: '${1:5} * TimeInterval_Minute',
    where: 'expression',
  },
  {
    label: 'seconds',
    documentation: 'A time interval in seconds.',
    body: '${1:180} * TimeInterval_Second',
    where: 'expression',
  },
  {
    label: 'clamp',
    documentation: 'A number kept between two bounds.',
    body: 'max(${1:0}, min(${2:nodes}, ${3:20}))',
    where: 'expression',
  },
];
