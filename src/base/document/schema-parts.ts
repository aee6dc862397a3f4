import { z } from 'zod';

/** Why a key is in a schema although nothing reads it. */
export type UnreadKey =
  | {
      /** A setting of the service without a counterpart in the simulator; its default value needs no warning. */
      readonly kind: 'not-modelled';
      readonly default?: unknown;
    }
  | {
      /** State that the service prints beside the settings. */
      readonly kind: 'read-only';
    };

// By definition and not by schema, because `describe` copies a schema and keeps its definition.
const unreadKeys = new WeakMap<object, UnreadKey>();
const choosers = new WeakMap<object, (value: unknown) => z.ZodType | undefined>();
const expectations = new WeakMap<object, string>();

/** A key of the service's own objects that is accepted, so that they can be pasted, and answered with a warning. */
export function notModelled(defaultValue?: unknown): z.ZodType {
  const schema = z.unknown().optional().describe('A setting of the service that is not modelled.');
  unreadKeys.set(schema.def, { kind: 'not-modelled', default: defaultValue });
  return schema;
}

/** A key that the service prints and nobody sets. */
export function readOnly(): z.ZodType {
  const schema = z.unknown().optional().describe('State that the service reports; not read.');
  unreadKeys.set(schema.def, { kind: 'read-only' });
  return schema;
}

export function unreadKeyOf(schema: z.ZodType): UnreadKey | undefined {
  return unreadKeys.get(schema.def);
}

/** One alternative of a value that may be written in several ways. */
export interface Alternative<T> {
  readonly schema: z.ZodType<T>;
  readonly when: (value: unknown) => boolean;
}

/**
 * A value that may be written in several ways. The first alternative whose condition holds is the one that messages are about,
 * so that nobody reads the errors of all of them; `expected` says what to write where none holds.
 */
export function oneOf<T>(expected: string, alternatives: readonly Alternative<T>[]): z.ZodType<T> {
  const options = alternatives.map(({ schema }) => schema);
  const schema = z.union(options as [z.ZodType<T>, z.ZodType<T>]);
  choosers.set(schema.def, (value) => alternatives.find(({ when }) => when(value))?.schema);
  expectations.set(schema.def, expected);
  return schema;
}

/** The alternative that a value means; undefined for schemas without alternatives and for values that fit none. */
export function chosenAlternative(schema: z.ZodType, value: unknown): z.ZodType | undefined {
  return choosers.get(schema.def)?.(value);
}

export function expectationOf(schema: z.ZodType): string | undefined {
  return expectations.get(schema.def);
}

export function hasKey(key: string): (value: unknown) => boolean {
  return (value) => typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

export function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}

export function isString(value: unknown): boolean {
  return typeof value === 'string';
}
