import { enableAutoScale as enable } from '../../pool/autoscaler.js';
import { serviceLimits } from '../../service-limits.js';
import type { EnableAutoScale } from '../operation.js';
import { poolOperation, type OperationDefinition } from '../operation-definition.js';
import { formulaRefusal, refusal } from '../service-errors.js';

const { shortestEvaluationInterval, longestEvaluationInterval, enableAutoScalePause } =
  serviceLimits;

/** Not while a resize is open, and at most once in 30 s (service.md section 1.4). */
export const enableAutoScale: OperationDefinition<EnableAutoScale> = poolOperation(
  200,
  (world, pool, { autoScaleFormula, autoScaleEvaluationInterval }) => {
    if (autoScaleFormula !== undefined && 'refused' in autoScaleFormula) {
      return { error: formulaRefusal(autoScaleFormula) };
    }
    if (pool.resize !== undefined) return { error: refusal('PoolBeingResized') };
    if (pool.enabledAt >= 0 && world.now - pool.enabledAt < enableAutoScalePause) {
      return { error: refusal('TooManyEnableAutoScaleRequests') };
    }
    const present = pool.autoScaler?.settings;
    const formula = autoScaleFormula ?? present;
    if (formula === undefined || (!autoScaleFormula && autoScaleEvaluationInterval === undefined)) {
      const detail =
        present === undefined
          ? 'A pool that does not scale automatically needs autoScaleFormula.'
          : 'One of autoScaleFormula and autoScaleEvaluationInterval is required.';
      return { error: refusal('MissingRequiredProperty', detail) };
    }
    const evaluationInterval =
      autoScaleEvaluationInterval ??
      present?.evaluationInterval ??
      serviceLimits.defaultEvaluationInterval;
    if (
      evaluationInterval < shortestEvaluationInterval ||
      evaluationInterval > longestEvaluationInterval
    ) {
      const detail = 'autoScaleEvaluationInterval must be PT5M to PT168H.';
      return { error: refusal('InvalidAutoScalingSettings', detail) };
    }
    pool.enabledAt = world.now;
    const { formula: text, createEvaluator } = formula;
    enable(world, pool, { formula: text, createEvaluator, evaluationInterval });
    return undefined;
  },
);
