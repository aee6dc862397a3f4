import { evaluate } from './evaluate.js';
import type { Answers, Envelope, Reply, WorkerRequest } from './messages.js';
import { simulate } from './simulate.js';
import { test } from './test.js';
import { trace } from './trace.js';

type Progress = (tasks: number) => void;

function answer(request: WorkerRequest, onProgress: Progress): Promise<Answers[keyof Answers]> {
  switch (request.kind) {
    case 'simulate':
      return simulate(request, onProgress);
    case 'trace':
      return trace(request);
    case 'evaluate':
      return Promise.resolve(evaluate(request));
    case 'test':
      return test(request);
  }
}

function reply(message: Reply): void {
  self.postMessage(message);
}

self.onmessage = async ({ data: { id, request } }: MessageEvent<Envelope>): Promise<void> => {
  try {
    const found = await answer(request, (tasks) => {
      reply({ id, kind: 'progress', tasks });
    });
    reply({ id, kind: 'answer', answer: found });
  } catch (error) {
    reply({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
};
