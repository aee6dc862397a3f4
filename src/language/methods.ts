import type { Parameter, Signature } from './signature.js';

export type MethodName =
  'GetSample' | 'GetSamplePercent' | 'GetSamplePeriod' | 'Count' | 'HistoryBeginTime';

export interface MethodRow {
  readonly signatures: readonly [Signature, ...Signature[]];
  readonly documentation: string;
  readonly example: string;
}

const start: Parameter = { name: 'start', type: 'window' };
const end: Parameter = { name: 'end', type: 'window' };
const samplePercent: Parameter = { name: 'samplePercent', type: 'double', optional: true };

/** Methods of sampled service variables (language.md section 5). Overloads are told apart by the types of the arguments. */
export const methods: Readonly<Record<MethodName, MethodRow>> = {
  GetSample: {
    signatures: [
      { parameters: [{ name: 'count', type: 'double' }], result: 'doubleVec' },
      { parameters: [start, samplePercent], result: 'doubleVec' },
      { parameters: [start, end, samplePercent], result: 'doubleVec' },
    ],
    documentation:
      'The newest samples by number, or those of a window; a window fails when it holds less than samplePercent (70) of its samples.',
    example: '$ActiveTasks.GetSample(TimeInterval_Minute * 10, 50)',
  },
  GetSamplePercent: {
    signatures: [
      { parameters: [start], result: 'double' },
      { parameters: [start, end], result: 'double' },
    ],
    documentation: 'Percentage of the expected samples of a window that are there, 0 to 100.',
    example: '$ActiveTasks.GetSamplePercent(TimeInterval_Minute * 10)',
  },
  GetSamplePeriod: {
    signatures: [{ parameters: [], result: 'timeinterval' }],
    documentation: 'Time between two samples.',
    example: '$ActiveTasks.GetSamplePeriod()',
  },
  Count: {
    signatures: [{ parameters: [], result: 'double' }],
    documentation: 'Number of samples in the history.',
    example: '$ActiveTasks.Count()',
  },
  HistoryBeginTime: {
    signatures: [{ parameters: [], result: 'timestamp' }],
    documentation: 'Instant of the oldest sample.',
    example: '$ActiveTasks.HistoryBeginTime()',
  },
};

export const methodNames: ReadonlyMap<string, MethodName> = new Map(
  (Object.keys(methods) as MethodName[]).map((name) => [name, name]),
);
