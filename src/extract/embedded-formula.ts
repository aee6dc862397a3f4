import type { Span } from '../base/text/source-text.js';

/** The languages in which formulas are found. */
export type HostLanguage =
  | 'autoscale'
  | 'terraform'
  | 'terraform-json'
  | 'bicep'
  | 'json'
  | 'yaml'
  | 'python'
  | 'csharp'
  | 'powershell'
  | 'bash'
  | 'markdown';

/**
 * A run of the formula and the run of the host file that stands for it. `copy`: the same characters, one to one. `escape`: the host writes
 * these characters in another way (`\n`, `''`, `$${`). `hole`: the host computes this part; the formula has an identifier that occurs
 * nowhere else in its place. Between two segments the host may have text that is not part of the formula (stripped indentation).
 */
export interface Segment {
  readonly kind: 'copy' | 'escape' | 'hole';
  /** Range in the text of the formula. */
  readonly formula: Span;
  /** Range in the host file. */
  readonly host: Span;
}

/** A part of a formula that its host computes (`${var.max}`, `{max_nodes}`). */
export interface Hole {
  /**
   * The identifier that stands for it in the text of the formula. Where the host computes whole statements it stands in a comment to
   * the end of the line, or (within a line) nowhere: then anything may be assigned there.
   */
  readonly name: string;
  /** What the host writes, for messages. */
  readonly hostText: string;
  readonly host: Span;
}

/** A formula inside a file of another language. */
export interface EmbeddedFormula {
  /** The formula as the service would get it, holes aside. */
  readonly text: string;
  /** Where it stands for a person: `azurerm_batch_pool.main`, `pools[2].autoScaleFormula`, `line 12`. Unique in its file. */
  readonly address: string;
  /** The whole literal in the host, quotes included. */
  readonly host: Span;
  /** In order of the formula, without gaps or overlap in it. */
  readonly segments: readonly Segment[];
  readonly holes: readonly Hole[];
  /** Writes text as the host must write it inside this literal; undefined where that cannot be done without changing the literal's form. */
  readonly encode: (text: string) => string | undefined;
}

/** A formula that is there, yet computed by the host, so that it cannot be checked. */
export interface DynamicFormula {
  readonly address: string;
  readonly host: Span;
  /** Why: `the value of var.formula`, `concat() with a function call`. */
  readonly reason: string;
}

/** A formula that the host reads from another file (`file("a.autoscale")`, `loadTextContent(...)`). */
export interface ReferencedFile {
  readonly address: string;
  readonly host: Span;
  /** As written, relative to the host file. */
  readonly path: string;
  /** Names that the host gives to the template as variables (`templatefile`); undefined where the file is taken as it is. */
  readonly templateVariables?: readonly string[];
}

/** What one file holds. */
export interface Extraction {
  readonly language: HostLanguage;
  readonly formulas: readonly EmbeddedFormula[];
  readonly dynamic: readonly DynamicFormula[];
  readonly references: readonly ReferencedFile[];
}
