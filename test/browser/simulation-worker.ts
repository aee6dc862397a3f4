// Runs inside a worker of the browser: gets the numbers of scenarios and answers with what came of them.
import { simulateScenarios } from './simulations.js';

onmessage = (event: MessageEvent<readonly number[]>): void => {
  void simulateScenarios(event.data).then((texts) => postMessage(texts));
};
