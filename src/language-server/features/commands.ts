import {
  MessageType,
  ShowDocumentRequest,
  ShowMessageNotification,
  type Connection,
} from 'vscode-languageserver';

import type { FormulaDocument } from '../../language-service/index.js';
import { rulePageUrl } from '../../lint/rule-page.js';
import { evaluateNow } from '../evaluate-now.js';
import type { OpenFormula } from '../host-document.js';
import { liveKey, type OpenDocuments } from '../open-documents.js';
import { simulateBurst } from '../simulate-burst.js';

/** Commands that the server runs for its code lenses and actions. */
export const serverCommands = {
  evaluate: 'poolscale.evaluate',
  simulate: 'poolscale.simulate',
  explain: 'poolscale.explain',
} as const;

/** Runs the commands. Evaluate and simulate answer with what they show; explain opens the page of a rule. */
export function registerCommands(connection: Connection, documents: OpenDocuments): void {
  connection.onExecuteCommand(async ({ command, arguments: given = [] }): Promise<unknown> => {
    switch (command) {
      case serverCommands.explain: {
        const url = rulePageUrl(String(given[0]));
        await connection.sendRequest(ShowDocumentRequest.type, { uri: url, external: true });
        return url;
      }
      case serverCommands.evaluate: {
        const [uri, address] = given.map(String);
        const formula = await find(uri!, address!);
        if (formula === undefined) return undefined;
        const { text, live, failed } = evaluateNow(formula.document.source, new Date());
        documents.live.set(liveKey(uri!, address!), live);
        show(text, failed);
        await connection.languages.inlayHint.refresh();
        return text;
      }
      case serverCommands.simulate: {
        const [uri, address] = given.map(String);
        const formula = await find(uri!, address!);
        return formula === undefined ? undefined : simulateAndShow(formula.document);
      }
      default:
        return undefined;
    }
  });

  async function find(uri: string, address: string): Promise<OpenFormula | undefined> {
    const document = await documents.read(uri);
    return document?.formulas.find((formula) => formula.address === address);
  }

  async function simulateAndShow({ source }: FormulaDocument): Promise<string> {
    const text = await simulateBurst(source);
    show(text, false);
    return text;
  }

  function show(message: string, failed: boolean): void {
    const type = failed ? MessageType.Warning : MessageType.Info;
    void connection.sendNotification(ShowMessageNotification.type, { type, message });
  }
}
