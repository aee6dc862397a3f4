import type { Span } from '../base/text/source-text.js';
import type { FormulaDocument } from './formula-document.js';
import { occurrences, type Occurrence } from './symbols.js';

/** Token types of the Language Server Protocol. */
export const semanticTokenTypes = [
  'variable',
  'property',
  'function',
  'method',
  'enumMember',
  'comment',
  'string',
  'number',
  'operator',
] as const;

/** Token modifiers of the Language Server Protocol. */
export const semanticTokenModifiers = [
  'defaultLibrary',
  'declaration',
  'readonly',
  'deprecated',
] as const;

export type SemanticTokenType = (typeof semanticTokenTypes)[number];
export type SemanticTokenModifier = (typeof semanticTokenModifiers)[number];

export interface SemanticToken {
  readonly span: Span;
  readonly type: SemanticTokenType;
  readonly modifiers: readonly SemanticTokenModifier[];
}

/** Every token that an editor can colour, in order of the text. Tokens of several lines (block comments) are left out. */
export function semanticTokens(document: FormulaDocument): SemanticToken[] {
  const names = new Map(occurrences(document).map((each) => [each.span.start, each]));
  return document.tokens.flatMap(({ kind, span, text }) => {
    if (text.includes('\n')) return [];
    switch (kind) {
      case 'name': {
        const occurrence = names.get(span.start);
        return occurrence === undefined ? [] : [nameToken(document, occurrence)];
      }
      case 'comment':
      case 'number':
      case 'operator':
        return [{ span, type: kind, modifiers: [] }];
      case 'text':
        return [{ span, type: 'string' as const, modifiers: [] }];
      case 'other':
        return [];
    }
  });
}

function nameToken(
  { names }: FormulaDocument,
  { kind, name, span, write }: Occurrence,
): SemanticToken {
  switch (kind) {
    case 'user':
      return { span, type: 'variable', modifiers: write ? ['declaration'] : [] };
    case 'variable': {
      const row = names.variable(name);
      const readOnly = row?.kind === 'sampled' || row?.kind === 'scalar';
      return {
        span,
        type: 'variable',
        modifiers: [
          'defaultLibrary',
          ...(readOnly ? (['readonly'] as const) : []),
          ...(row?.status === 'current' ? [] : (['deprecated'] as const)),
        ],
      };
    }
    case 'function':
    case 'method':
      return { span, type: kind, modifiers: ['defaultLibrary'] };
    case 'member':
      return { span, type: 'property', modifiers: ['defaultLibrary', 'readonly'] };
    case 'interval':
    case 'deallocation':
      return { span, type: 'enumMember', modifiers: ['defaultLibrary', 'readonly'] };
  }
}
