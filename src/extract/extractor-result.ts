import type { Diagnostic } from '../base/diagnostics/diagnostic.js';
import type { HostLanguage } from './embedded-formula.js';
import type { FoundValue, HostLiteral } from './literal/host-literal.js';

/** A text of one host language inside another: JSON in a here-document, a script in a pipeline, a fence in Markdown. */
export interface NestedText {
  readonly language: HostLanguage;
  readonly literal: HostLiteral;
  /** Leads the addresses of what is found in it. */
  readonly address?: string;
}

/** What the extractor of a language gives; `value` is absent where the file could not be read at all. */
export interface ExtractorResult {
  readonly value?: readonly FoundValue[];
  readonly nested?: readonly NestedText[];
  readonly diagnostics: readonly Diagnostic[];
}
