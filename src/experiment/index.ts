export {
  checkAssertion,
  checkAssertions,
  parseAssertion,
  type Assertion,
  type AssertionResult,
  type Comparator,
} from './assertion.js';
export {
  compare,
  derivedSeeds,
  type CompareRequest,
  type Comparison,
  type ComparisonProgress,
  type Estimates,
  type FormulaResult,
} from './compare.js';
export type { Estimate } from './confidence.js';
export {
  figureById,
  figures,
  figureValues,
  type Figure,
  type FigureGroup,
  type FigureUnit,
  type FigureValues,
} from './figures.js';
export { runSimulation, type RunOptions } from './run.js';
