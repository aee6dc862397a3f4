export {
  loadScenario,
  type InputOptions,
  type LoadedScenario,
  type LoadOptions,
  type ScenarioFiles,
} from './load-scenario.js';
export { scenarioFromTrace, type TraceScenarioOptions } from './scenario-from-trace.js';
export { scenarioJsonSchema, scenarioJsonSchemaText } from './json-schema.js';
