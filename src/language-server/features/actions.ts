import {
  CodeActionKind,
  type CodeAction,
  type CodeLens,
  type Connection,
  type TextEdit as ProtocolEdit,
} from 'vscode-languageserver';

import { applyEdits } from '../../base/diagnostics/apply-edits.js';
import {
  codeActions,
  codeLenses,
  formattingEdits,
  type CodeAction as FormulaAction,
} from '../../language-service/index.js';
import { toProtocolEdits, toRange, toSpan } from '../conversions.js';
import type { HostDocument, OpenFormula } from '../host-document.js';
import type { OpenDocuments } from '../open-documents.js';
import { serverCommands } from './commands.js';

/** Code actions, code lenses and formatting. */
export function registerActions(connection: Connection, documents: OpenDocuments): void {
  connection.onCodeAction(async ({ textDocument, range, context: { only } }) => {
    const document = await documents.read(textDocument.uri);
    if (document === undefined) return [];
    const wanted = toSpan(document.host, range);
    const actions = document.formulas.flatMap((formula) => {
      if (wanted.end < formula.host.start || wanted.start > formula.host.end) return [];
      const { text } = formula.document.source;
      const start = formula.toFormula(wanted.start) ?? 0;
      const end = formula.toFormula(wanted.end) ?? text.length;
      return codeActions(formula.document, { start, end }).flatMap((action) =>
        toProtocolAction(document, formula, action),
      );
    });
    return only === undefined ? actions : actions.filter(({ kind }) => isOfKind(kind, only));
  });

  connection.onCodeLens(async ({ textDocument }): Promise<CodeLens[]> => {
    const document = await documents.read(textDocument.uri);
    return (document?.formulas ?? []).flatMap((formula) =>
      codeLenses(formula.document).map(({ span, command, title }) => ({
        range: toRange(document!.host, formula.toHost(span)),
        command: {
          title,
          command: serverCommands[command],
          arguments: [textDocument.uri, formula.address],
        },
      })),
    );
  });

  connection.onDocumentFormatting(async ({ textDocument }) => {
    const document = await documents.read(textDocument.uri);
    return (document?.formulas ?? []).flatMap((formula) => formattingOf(document!, formula));
  });
  connection.onDocumentRangeFormatting(async ({ textDocument, range }) => {
    const document = await documents.read(textDocument.uri);
    if (document === undefined) return [];
    const wanted = toSpan(document.host, range);
    return document.formulas
      .filter(({ host }) => wanted.start <= host.end && host.start <= wanted.end)
      .flatMap((formula) => formattingOf(document, formula));
  });
}

/** Kinds are hierarchies of words: who asks for `source` wants `source.fixAll` too. */
function isOfKind(kind: string | undefined, only: readonly string[]): boolean {
  return only.some((each) => each === '' || kind === each || kind?.startsWith(`${each}.`) === true);
}

/** A whole formula is laid out at once: its style leaves no part of it to itself. */
function formattingOf({ host }: HostDocument, formula: OpenFormula): ProtocolEdit[] {
  const edits = formattingEdits(formula.document);
  if (edits.length === 0) return [];
  const rewritten = formula.rewrite(applyEdits(formula.document.source.text, edits));
  if (rewritten !== undefined) return toProtocolEdits(host, [rewritten]);
  return toProtocolEdits(host, formula.editsToHost(edits) ?? []);
}

function toProtocolAction(
  { host }: HostDocument,
  formula: OpenFormula,
  action: FormulaAction,
): CodeAction[] {
  if (action.kind === 'explain') {
    const command = {
      title: action.title,
      command: serverCommands.explain,
      arguments: [action.code],
    };
    return [{ title: action.title, command }];
  }
  const edits = formula.editsToHost(action.edits);
  if (edits === undefined) return [];
  return [
    {
      title: action.title,
      kind: action.kind === 'fixAll' ? CodeActionKind.SourceFixAll : CodeActionKind.QuickFix,
      isPreferred: action.preferred,
      edit: { changes: { [host.uri]: toProtocolEdits(host, edits) } },
    },
  ];
}
