import { createRandomStream } from '../../../base/random/random-stream.js';
import { viewOf } from '../../pool/autoscaler.js';
import type { EvaluateAutoScale } from '../operation.js';
import { poolOperation, type OperationDefinition } from '../operation-definition.js';
import { formulaRefusal, refusal } from '../service-errors.js';

/** A dry run. Its rand() draws from a stream of its own, so that asking changes nothing. */
export const evaluateAutoScale: OperationDefinition<EvaluateAutoScale> = poolOperation(
  200,
  (world, pool, { autoScaleFormula }) => {
    if (pool.autoScaler === undefined) return { error: refusal('AutoScalingNotEnabled') };
    if ('refused' in autoScaleFormula) return { error: formulaRefusal(autoScaleFormula) };
    const stream = `pool/${pool.input.id}/rand/evaluate`;
    const draws = createRandomStream(world.input.seed, stream);
    let calls = 0;
    const evaluate = autoScaleFormula.createEvaluator(() =>
      draws.uniform(world.operationsTried, calls++),
    );
    const { results, error } = evaluate(viewOf(world, pool, pool.autoScaler.sampling));
    if (error === undefined) return { results };
    // The request itself is answered with 200: the error is a member of the AutoScaleRun.
    return { results: `${error.code}: ${error.message}` };
  },
);
