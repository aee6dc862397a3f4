import { openQuestions, type OpenQuestion } from './open-questions.js';
import { parameterDefinition, parameterNames } from './parameters.js';
import type { ParameterDefinition } from './parameter-table.js';

function valuesText(definition: ParameterDefinition): string {
  switch (definition.kind) {
    case 'distribution':
      return 'a distribution';
    case 'number':
      return `${definition.min} to ${definition.max}`;
    case 'choice':
      return definition.values.map((value) => `\`${value}\``).join(', ');
  }
}

function defaultText({ default: value }: ParameterDefinition): string {
  return `\`${typeof value === 'object' ? JSON.stringify(value).replaceAll('"', '') : value}\``;
}

function answerText(question: OpenQuestion): string {
  return question.kind === 'reason'
    ? `${question.reason}.`
    : `${question.names.map((name) => `\`${name}\``).join(', ')}.`;
}

/** docs/parameters.md: every parameter of the simulator with its default, its alternatives and why. */
export function parametersMarkdown(): string {
  const rows = parameterNames.map((name) => {
    const definition = parameterDefinition(name);
    const covers = definition.covers.length === 0 ? '' : ` (${definition.covers.join(', ')})`;
    return [
      `### \`${name}\``,
      '',
      `${definition.description} Default ${defaultText(definition)}; takes ${valuesText(definition)}.`,
      '',
      `Evidence${covers}: ${definition.evidence}.`,
    ].join('\n');
  });
  return [
    '# Parameters of the simulator',
    '',
    'Written from `src/simulator/parameters/parameter-table.ts`. What no public record of the service settles, or what differs by region and day, is a',
    'parameter: set it under `parameters:` in a scenario, or with `--param name=value`. Times are in seconds. A distribution is `{ constant: 5 }`,',
    '`{ uniform: [a, b] }`, `{ exponential: { mean } }`, `{ lognormal: { median, sigma } }` or `{ empirical: [...] }`, each with optional `min` and `max`.',
    'Where the evidence says placeholder, the default is a guess: replace it once you know better.',
    '',
    rows.join('\n\n'),
    '',
    '## Open points',
    '',
    'What the public record of the service leaves open, by section of its description, and what becomes of it here.',
    '',
    ...openQuestions.map((question) => `- ${question.id}: ${answerText(question)}`),
    '',
  ].join('\n');
}
