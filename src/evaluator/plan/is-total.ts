import { operations } from './operations/table.js';
import type { PlanCode } from './plan-code.js';

/** Whether an expression always has a value and notes no switch. */
export function isTotal(code: PlanCode): boolean {
  switch (code.kind) {
    case 'number':
    case 'string':
    case 'slot':
      return true;
    case 'operation':
      return operations[code.operation].total === true && code.operands.every(isTotal);
    case 'steps':
      return (
        isTotal(code.first) &&
        code.steps.every(
          (step) =>
            step.kind === 'operation' &&
            operations[step.operation].total === true &&
            (step.right === undefined || isTotal(step.right)),
        )
      );
    case 'conditional':
      return isTotal(code.condition) && isTotal(code.whenTrue) && isTotal(code.whenFalse);
  }
}
