/** What the checks of plans need of the evaluator; bundled on its own by the mutation runner, which loads it anew for each mutant. */
export { evaluateProgram } from '../../src/evaluator/evaluate-program.js';
export { generateCode } from '../../src/evaluator/plan/generate-code.js';
export { lowerProgram } from '../../src/evaluator/plan/lower/lower-program.js';
export { createPlan } from '../../src/evaluator/plan/plan.js';
