import { answerTo, differences, type Answer, type ConformanceCase } from './run-case.js';

/** docs/fidelity.md: every answer of the service that was published, beside ours. */
export function fidelityPage(cases: readonly ConformanceCase[]): string {
  const evaluated = cases.map((each) => {
    const answer = answerTo(each);
    return { each, answer, wrong: differences(each.expect, answer) };
  });
  const same = evaluated.filter(({ wrong }) => wrong.length === 0).length;
  const parts = evaluated.map(({ each, answer, wrong }) =>
    [
      `## ${each.id}`,
      `Evidence: ${each.evidence}. Source: ${each.source ?? 'none named'}.`,
      fenced(each.formula.trimEnd()),
      comparedParts(each, answer).join('\n'),
      `Verdict: ${wrong.length === 0 ? 'same' : 'different'}`,
    ].join('\n\n'),
  );
  const head = [
    '# Fidelity',
    'Written by `npm run generate:docs` from `grammar/conformance/recorded/`. Not for editing.',
    'Every evaluation whose answer by the service was stored, printed or asserted in public, and what poolscale answers to the same formula. Where only a part of an answer was published, that part is compared. Samples and node counts are those that the publication names, or the simplest ones that fit it.',
    `${same} of ${evaluated.length} are the same.`,
  ];
  return `${[...head, ...parts].join('\n\n')}\n`;
}

function comparedParts({ expect }: ConformanceCase, answer: Answer): string[] {
  const wanted = expect.refused ?? expect.error;
  const compared: (readonly [string, string | undefined, string | undefined])[] = [
    ['HTTP status', String(expect.refused?.httpStatus ?? 200), String(answer.httpStatus)],
    ['results', expect.results, answer.results],
    ['results, beginning', expect.resultsStartWith, answer.results],
    ['results, end', expect.resultsEndWith, answer.results],
    ['results, fields', expect.resultsInclude?.join(';'), answer.results],
    ['error code', wanted?.code ?? 'no error', answer.error?.code ?? 'no error'],
    ['error message', expect.error?.message, answer.error?.message],
    ['error value', expect.error?.value, answer.error?.values[0]?.value],
    ['error value, beginning', wanted?.valueStartsWith, answer.error?.values[0]?.value],
  ];
  return compared.flatMap(([part, service, ours = 'none']) =>
    service === undefined || service === ''
      ? []
      : [`- ${part}`, `  - service: \`${service}\``, `  - poolscale: \`${ours}\``],
  );
}

function fenced(text: string): string {
  return `\`\`\`\n${text}\n\`\`\``;
}
