import { z } from 'zod';

import { isString, oneOf } from '../../base/document/schema-parts.js';
import { switchNames, switchTable } from '../../profile/switch-table.js';
import type { Profile } from '../../profile/profile.js';
import type { Quanta } from '../../base/time/quanta.js';
import { durationField } from '../../scenario/schema/time-fields.js';
import { ruleTable } from '../rule-table.js';
import type { Preset, RuleLevel } from './check-config.js';

/** Settings as they are written; absent keys are `undefined`. */
export interface WrittenSettings {
  readonly rules?: Readonly<Record<string, RuleLevel | undefined>> | undefined;
  readonly environment?:
    | {
        readonly evaluationInterval?: Quanta | undefined;
        readonly taskSlotsPerNode?: number | undefined;
        readonly minNodes?: number | undefined;
        readonly maxNodes?: number | undefined;
      }
    | undefined;
  readonly profile?: Partial<Profile> | undefined;
}

/** A configuration file as it is written. */
export interface WrittenConfig extends WrittenSettings {
  readonly $schema?: string | undefined;
  readonly extends?: Preset | undefined;
  readonly files?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly hosts?:
    | readonly {
        readonly files?: readonly string[] | undefined;
        readonly paths: readonly string[];
      }[]
    | undefined;
  readonly overrides?:
    readonly (WrittenSettings & { readonly files: readonly string[] })[] | undefined;
}

const levelNames = ['off', 'info', 'warning', 'error'] as const;
const expectedLevel = 'off, info, warning or error, or a list of a level and options';

/** A level alone, or with the options of the rule; no rule has options so far. */
function levelField(description: string, canTurnOff: boolean): z.ZodType<RuleLevel | undefined> {
  const names = canTurnOff ? levelNames : (['error'] as const);
  const level: z.ZodType<RuleLevel> = z.enum(names);
  const options = z
    .looseObject({})
    .refine((value) => Object.keys(value).length === 0, 'no keys: the rule has no options')
    .optional();
  const withOptions = z.tuple([level, options]).transform(([name]) => name);
  return oneOf<RuleLevel>(expectedLevel, [
    { when: isString, schema: level },
    { when: Array.isArray, schema: withOptions },
  ])
    .optional()
    .describe(description);
}

const rules = z
  .strictObject(
    Object.fromEntries(
      ruleTable.map(({ id, summary, canTurnOff }) => [id, levelField(summary, canTurnOff)]),
    ),
  )
  .describe('Levels of rules by id.');

const globs = z.array(z.string());

const environment = z
  .strictObject({
    evaluationInterval: durationField().optional().describe('Time between two evaluations.'),
    taskSlotsPerNode: z.int().min(1).max(256).optional(),
    minNodes: z.int().min(0).optional(),
    maxNodes: z.int().min(0).optional(),
  })
  .describe('What is known about the pools.');

const profile: z.ZodType<Partial<Profile>> = z
  .strictObject(
    Object.fromEntries(
      switchNames.map((name) => [
        name,
        z.enum(switchTable[name].values).optional().describe(switchTable[name].description),
      ]),
    ),
  )
  .describe('Switches for behaviour that no public record settles.');

const shared = {
  rules: rules.optional(),
  environment: environment.optional(),
  profile: profile.optional(),
};

/** poolscale.config.json, .jsonc or .yaml. */
export const configSchema: z.ZodType<WrittenConfig> = z.strictObject({
  $schema: z.string().optional(),
  extends: z
    .enum(['recommended', 'strict', 'all'])
    .optional()
    .describe(
      'Levels to begin with. recommended: those of the rules; strict: warnings are errors; all: findings of level info are warnings too.',
    ),
  ...shared,
  files: globs.optional().describe('Only these files are checked.'),
  exclude: globs.optional().describe('These files are not checked.'),
  hosts: z
    .array(
      z.strictObject({
        files: globs.optional().describe('Files that this is about; without it, all.'),
        paths: z
          .array(z.string())
          .describe(
            'Paths of formulas in YAML and JSON, such as pools.*.scaling; * is any one step.',
          ),
      }),
    )
    .optional()
    .describe('Places of formulas that cannot be told by their names.'),
  overrides: z
    .array(z.strictObject({ files: globs.describe('Files that this is about.'), ...shared }))
    .optional()
    .describe('Other settings for some files; later ones win.'),
});

/** JSON Schema of configuration files for editors, published as schemas/config.schema.json. */
export function configJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema, { io: 'input', reused: 'inline' });
  return { ...schema, title: 'poolscale configuration' };
}
