import type { AnswerTo, Envelope, Reply, WorkerRequest } from './messages.js';

export interface CallOptions {
  /** Milliseconds after which the worker is ended. */
  readonly timeout: number;
  readonly onProgress?: (tasks: number) => void;
}

/** Why a call has no answer. `replaced`: a newer call of the same client took its place. */
export class CallEnded extends Error {
  readonly reason: 'replaced' | 'cancelled' | 'timeout' | 'failed';
  constructor(reason: CallEnded['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface WorkerClient {
  /** Runs a request. One at a time: a call that is still running is ended by the next one. */
  readonly call: <R extends WorkerRequest>(
    request: R,
    options: CallOptions,
  ) => Promise<AnswerTo<R>>;
  readonly cancel: () => void;
}

interface Call {
  readonly id: number;
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: CallEnded) => void;
  readonly options: CallOptions;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** A worker that is ended and made anew when a call must not go on: nothing that runs in it can hold the page up. */
export function createWorkerClient(createWorker: () => Worker): WorkerClient {
  let worker: Worker | undefined;
  let current: Call | undefined;
  let calls = 0;

  function end(reason: CallEnded['reason'], message: string): void {
    const ended = current;
    current = undefined;
    if (ended === undefined) return;
    clearTimeout(ended.timer);
    if (reason !== 'failed') {
      worker?.terminate();
      worker = undefined;
    }
    ended.reject(new CallEnded(reason, message));
  }

  function receive({ data }: MessageEvent<Reply>): void {
    if (current === undefined || data.id !== current.id) return;
    switch (data.kind) {
      case 'progress':
        current.options.onProgress?.(data.tasks);
        break;
      case 'failed':
        end('failed', data.message);
        break;
      case 'answer': {
        const { resolve, timer } = current;
        current = undefined;
        clearTimeout(timer);
        resolve(data.answer as never);
      }
    }
  }

  function ready(): Worker {
    if (worker !== undefined) return worker;
    worker = createWorker();
    worker.onmessage = receive;
    worker.onerror = (event) => {
      const message = event.message === '' ? 'the worker could not be started' : event.message;
      end('failed', message);
      worker = undefined;
    };
    return worker;
  }

  return {
    call(request, options) {
      end('replaced', 'a newer request took its place');
      return new Promise((resolve, reject) => {
        const id = ++calls;
        const seconds = options.timeout / 1000;
        const timer = setTimeout(() => {
          end('timeout', `stopped after ${seconds} seconds`);
        }, options.timeout);
        current = { id, resolve, reject, options, timer };
        ready().postMessage({ id, request } satisfies Envelope);
      });
    },
    cancel: () => {
      end('cancelled', 'cancelled');
    },
  };
}
