import type { ISerializedGast, TokenType } from 'chevrotain';

import * as t from '../../lexer/tokens.js';
import { FormulaGrammar } from '../formula-grammar.js';
import { operatorLevels } from '../operator-levels.js';

/** A grammar as people read it; `empty` matches nothing at all. */
export type Production =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'reference'; readonly name: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Production[] }
  | { readonly kind: 'choice'; readonly alternatives: readonly Production[] }
  | { readonly kind: 'optional'; readonly content: Production }
  /** Any number of times, with a separator between. */
  | { readonly kind: 'repetition'; readonly content: Production; readonly separator?: Production };

export interface GrammarRule {
  readonly name: string;
  readonly production: Production;
}

interface SerializedNode extends ISerializedGast {
  readonly name?: string;
  readonly pattern?: string;
  readonly separator?: SerializedNode;
}

/** Tokens that the parser reads only to say what is wrong with them. */
const strayNames: ReadonlySet<string> = new Set(
  [t.ExtendedNumber, t.SingleQuotedText, t.HostText, t.InvalidCharacter, t.LeftBracket].map(
    ({ name }) => name,
  ),
);

/** Tokens that are classes of texts; all others stand for one text. */
const classes: ReadonlySet<string> = new Set(
  [t.Identifier, t.PlainNumber, t.Text].map(({ name }) => name),
);

/**
 * The rules of the language, from the parser's own productions: whatever the parser reads only for the sake of a message is
 * left out. The first rule, a formula, is the caller's loop over statements.
 */
export function grammarRules(): GrammarRule[] {
  const serialized = new FormulaGrammar().getSerializedGastProductions() as SerializedNode[];
  const rules = new Map(serialized.map((rule) => [rule.name!, rule]));
  const read: GrammarRule[] = [];
  for (const [name, rule] of rules) {
    if (name === operationRule) {
      read.push(...levelRules());
      continue;
    }
    const production = sequenceOf(rule.definition as SerializedNode[], rules);
    if (production !== undefined) read.push({ name, production });
  }
  const statement: Production = {
    kind: 'optional',
    content: { kind: 'reference', name: 'statement' },
  };
  const formula: Production = {
    kind: 'repetition',
    content: statement,
    separator: { kind: 'literal', text: ';' },
  };
  return [{ name: 'formula', production: formula }, ...read];
}

/** The parser's one rule for binary operators; readers get a rule for each level of precedence. */
const operationRule = 'operation';
const operandRule = 'operand';

function levelRules(): GrammarRule[] {
  return operatorLevels.map(({ name, operators }, level) => {
    const tighter: Production = {
      kind: 'reference',
      name: operatorLevels[level + 1]?.name ?? operandRule,
    };
    const operator = terminalOf({ type: 'Terminal', name: operators.name });
    const more: Production = { kind: 'sequence', parts: [operator, tighter] };
    const production: Production = {
      kind: 'sequence',
      parts: [tighter, { kind: 'repetition', content: more }],
    };
    return { name, production };
  });
}

type Rules = ReadonlyMap<string, SerializedNode>;

function sequenceOf(nodes: readonly SerializedNode[], rules: Rules): Production | undefined {
  const parts: Production[] = [];
  for (const node of nodes) {
    const part = productionOf(node, rules);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts.length === 1 ? parts[0] : { kind: 'sequence', parts };
}

/** Undefined for what only reads stray tokens. */
function productionOf(node: SerializedNode, rules: Rules): Production | undefined {
  const inside = (node.definition ?? []) as SerializedNode[];
  switch (node.type) {
    case 'Terminal':
      return strayNames.has(node.name!) ? undefined : terminalOf(node);
    case 'NonTerminal': {
      const rule = rules.get(node.name!)!;
      const isStray = firstTerminal(rule.definition as SerializedNode[]) === t.LeftBracket.name;
      if (isStray) return undefined;
      const name = node.name === operationRule ? operatorLevels[0]!.name : node.name!;
      return { kind: 'reference', name };
    }
    case 'Alternation':
      return choiceOf(
        inside.flatMap((alternative) => {
          const production = sequenceOf(alternative.definition ?? [], rules);
          return production === undefined ? [] : [production];
        }),
      );
    case 'Option': {
      const content = sequenceOf(inside, rules);
      return content === undefined ? undefined : { kind: 'optional', content };
    }
    case 'Repetition': {
      const content = sequenceOf(inside, rules);
      return content === undefined ? undefined : { kind: 'repetition', content };
    }
    case 'RepetitionWithSeparator': {
      const content = sequenceOf(inside, rules);
      if (content === undefined) return undefined;
      return { kind: 'repetition', content, separator: terminalOf(node.separator!) };
    }
    default:
      throw new Error(
        `the grammar has a production of a kind that is not documented: ${node.type}`,
      );
  }
}

function firstTerminal(nodes: readonly SerializedNode[]): string | undefined {
  return nodes[0]?.type === 'Terminal' ? nodes[0].name : undefined;
}

function terminalOf({ name, pattern }: SerializedNode): Production {
  if (classes.has(name!)) return { kind: 'reference', name: name! };
  const members = membersOf(name!);
  if (members.length === 0) return { kind: 'literal', text: pattern! };
  return choiceOf(members.map((text) => ({ kind: 'literal', text })));
}

/** The texts of a category of tokens. */
function membersOf(category: string): string[] {
  const isMember = (token: TokenType): boolean =>
    token !== t.ForeignOperator && (token.CATEGORIES ?? []).some(({ name }) => name === category);
  return t.allTokens.filter(isMember).map(({ PATTERN }) => PATTERN as string);
}

function choiceOf(alternatives: readonly Production[]): Production {
  return alternatives.length === 1 ? alternatives[0]! : { kind: 'choice', alternatives };
}
