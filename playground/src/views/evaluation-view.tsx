import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import type { Store } from '../state/store.js';
import type { Answers } from '../worker/messages.js';
import type { WorkerClient } from '../worker/worker-client.js';
import { CallEnded } from '../worker/worker-client.js';
import { Finding } from './finding.js';
import { TraceTree } from './trace-tree.js';

const exampleMetrics = `now: 2026-03-02T09:15:00Z
pool: { currentDedicatedNodes: 2, targetDedicatedNodes: 2, taskSlotsPerNode: 2 }
series:
  $PendingTasks: "0+2x20 _x2 40"
  $ActiveTasks: "0+1x20 _x2 30"
`;

interface EvaluationViewProps {
  readonly store: Store;
  readonly worker: WorkerClient;
}

/** One evaluation on samples that a person writes: what `poolscale eval` answers. */
export function EvaluationView({ store, worker }: EvaluationViewProps): JSX.Element {
  const [metrics, setMetrics] = useState(exampleMetrics);
  const [answer, setAnswer] = useState<Answers['evaluate'] | string>('');
  const formula = store.formula.value;
  useEffect(() => {
    worker
      .call({ kind: 'evaluate', formula, metrics }, { timeout: 5000 })
      .then(setAnswer)
      .catch((error: unknown) => {
        if (!(error instanceof CallEnded)) throw error;
        if (error.reason !== 'replaced') setAnswer(error.message);
      });
  }, [formula, metrics, worker]);
  return (
    <>
      <label class="field">
        <span>Pool and samples (the metrics file of poolscale eval)</span>
        <textarea
          rows={8}
          spellcheck={false}
          value={metrics}
          onInput={(event) => {
            setMetrics(event.currentTarget.value);
          }}
        />
      </label>
      {typeof answer === 'string' ? (
        <p class="error">{answer}</p>
      ) : (
        <Evaluated formula={formula} answer={answer} />
      )}
    </>
  );
}

interface EvaluatedProps {
  readonly formula: string;
  readonly answer: Answers['evaluate'];
}

function Evaluated({ formula, answer }: EvaluatedProps): JSX.Element {
  const errors = answer.diagnostics.filter(({ severity }) => severity === 'error');
  return (
    <>
      {answer.error !== undefined && <p class="error">{answer.error}</p>}
      {answer.results === '' &&
        errors.map((error) => <Finding key={`${error.place}${error.message}`} {...error} />)}
      {answer.results !== '' && (
        <>
          <h3>Result</h3>
          <pre class="result">{answer.results.split(';').join('\n')}</pre>
        </>
      )}
      {answer.unverified.length > 0 && (
        <p class="hint">
          Rests on readings that no public record settles: {answer.unverified.join(', ')}
        </p>
      )}
      {answer.statements.length > 0 && <h3>Step by step</h3>}
      <TraceTree formula={formula} statements={answer.statements} />
    </>
  );
}
