import { z } from 'zod';

import { isNumber, isString, oneOf } from '../../base/document/schema-parts.js';
import { expectedMatcher, parseMatcher, type NumberMatcher } from '../number-matcher.js';
import type { VariableMatcher } from '../test-suite.js';

function equal(value: number): NumberMatcher {
  return { kind: 'equal', value };
}

/** What a number must be. */
export function matcherField(): z.ZodType<NumberMatcher> {
  return oneOf<NumberMatcher>(expectedMatcher, [
    { when: isNumber, schema: z.number({ error: expectedMatcher }).transform(equal) },
    {
      when: isString,
      schema: z.string().transform((text, context) => {
        const matcher = parseMatcher(text);
        if (matcher !== undefined) return matcher;
        context.addIssue({ code: 'custom', message: expectedMatcher });
        return z.NEVER;
      }),
    },
  ]);
}

function variableMatcher(text: string): VariableMatcher {
  const matcher = parseMatcher(text);
  return matcher === undefined ? { kind: 'text', text } : { kind: 'number', matcher };
}

/** What a user variable must be; texts that are no matcher are compared with what the result string shows. */
export function variableMatcherField(): z.ZodType<VariableMatcher> {
  return oneOf<VariableMatcher>(`${expectedMatcher}, a list of these, or a text`, [
    {
      when: isNumber,
      schema: z.number({ error: expectedMatcher }).transform((value): VariableMatcher => ({
        kind: 'number',
        matcher: equal(value),
      })),
    },
    { when: isString, schema: z.string().transform(variableMatcher) },
    {
      when: Array.isArray,
      schema: z
        .array(matcherField())
        .transform((elements): VariableMatcher => ({ kind: 'vector', elements })),
    },
  ]);
}
