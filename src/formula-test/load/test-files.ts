import type { GrammarLoader } from '../../extract/grammar-loader.js';
import type { ScenarioFiles } from '../../scenario/scenario-files.js';

/** How a file of tests gets at the formula that it names. `readText` rejects as `ScenarioFiles` says. */
export interface TestFiles extends Pick<ScenarioFiles, 'readText' | 'resolve'> {
  /** Grammars of the languages in whose files formulas stand; without them, such files are refused. */
  readonly grammars?: GrammarLoader;
}
