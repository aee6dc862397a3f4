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

/** What to write where a value fits no alternative. */
export interface Expectation {
  readonly text: string;
  /** Keys that tell the alternatives apart. */
  readonly keys: readonly string[];
}

// By definition and not by schema, because `describe` copies a schema and keeps its definition.
const unreadKeys = new WeakMap<object, UnreadKey>();
const kinds = new WeakMap<object, z.ZodType>();
const choosers = new WeakMap<object, (value: unknown) => z.ZodType | undefined>();
const expectations = new WeakMap<object, Expectation>();

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
export type Alternative<T> = { readonly schema: z.ZodType<T> } & (
  | { readonly when: (value: unknown) => boolean }
  | {
      /** Meant by every object that has this key. */
      readonly key: string;
    }
);

function isMeant(alternative: Alternative<unknown>, value: unknown): boolean {
  if ('when' in alternative) return alternative.when(value);
  return typeof value === 'object' && value !== null && Object.hasOwn(value, alternative.key);
}

/**
 * A value that may be written in several ways. The first alternative whose condition holds is the one that messages are about,
 * so that nobody reads the errors of all of them; `expected` says what to write where none holds.
 */
export function oneOf<T>(expected: string, alternatives: readonly Alternative<T>[]): z.ZodType<T> {
  const options = alternatives.map(({ schema }) => schema);
  const schema = z.union(options as [z.ZodType<T>, z.ZodType<T>]);
  choosers.set(schema.def, (value) => alternatives.find((one) => isMeant(one, value))?.schema);
  const keys = alternatives.flatMap((one) => ('key' in one ? [one.key] : []));
  expectations.set(schema.def, { text: expected, keys });
  return schema;
}

/** The alternative that a value means; undefined for schemas without alternatives and for values that fit none. */
export function chosenAlternative(schema: z.ZodType, value: unknown): z.ZodType | undefined {
  return choosers.get(schema.def)?.(value);
}

/**
 * An object whose kind is told by the value of one key. Each alternative is an object schema that has the key with its own
 * literal value.
 */
export function oneOfKinds<T>(
  key: string,
  alternatives: Readonly<Record<string, z.ZodType<T>>>,
): z.ZodType<T> {
  const names = Object.keys(alternatives);
  const options = Object.values(alternatives) as unknown as [z.ZodType<T>, z.ZodType<T>];
  const schema = z.union(options);
  choosers.set(schema.def, (value) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    const name = (value as Readonly<Record<string, unknown>>)[key];
    return typeof name === 'string' && Object.hasOwn(alternatives, name)
      ? alternatives[name]
      : undefined;
  });
  kinds.set(schema.def, z.object({ [key]: z.enum(names as [string, string]) }));
  expectations.set(schema.def, { text: `an object with the key ${key}`, keys: [key] });
  return schema;
}

/** What an object must be to mean one of the alternatives at all; undefined where no single key tells them apart. */
export function kindSchemaOf(schema: z.ZodType): z.ZodType | undefined {
  return kinds.get(schema.def);
}

export function expectationOf(schema: z.ZodType): Expectation | undefined {
  return expectations.get(schema.def);
}

export function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}

export function isString(value: unknown): boolean {
  return typeof value === 'string';
}
