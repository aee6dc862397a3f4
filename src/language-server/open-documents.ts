import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

import type { GrammarLoader } from '../extract/grammar-loader.js';
import type { LiveValues } from '../language-service/index.js';
import { formulaAt, openHost, type FormulaPlace, type HostDocument } from './host-document.js';
import { toOffset } from './conversions.js';

/** The files that the client has open, each read once for each version. */
export interface OpenDocuments {
  readonly read: (uri: string) => Promise<HostDocument | undefined>;
  readonly place: (params: {
    readonly textDocument: { readonly uri: string };
    readonly position: { readonly line: number; readonly character: number };
  }) => Promise<(FormulaPlace & { readonly document: HostDocument }) | undefined>;
  readonly close: (uri: string) => void;
  /** Values of the last evaluation that the user asked for, by file and address of the formula. */
  readonly live: Map<string, LiveValues>;
}

export function liveKey(uri: string, address: string): string {
  return `${uri}#${address}`;
}

export function createOpenDocuments(
  texts: TextDocuments<TextDocument>,
  grammars: GrammarLoader,
): OpenDocuments {
  const cache = new Map<string, { version: number; document: Promise<HostDocument> }>();
  async function read(uri: string): Promise<HostDocument | undefined> {
    const host = texts.get(uri);
    if (host === undefined) return undefined;
    const known = cache.get(uri);
    if (known?.version === host.version) return known.document;
    const document = openHost(host, grammars, {});
    cache.set(uri, { version: host.version, document });
    return document;
  }
  return {
    read,
    async place({ textDocument, position }) {
      const document = await read(textDocument.uri);
      if (document === undefined) return undefined;
      const found = formulaAt(document, toOffset(document.host, position));
      return found === undefined ? undefined : { ...found, document };
    },
    close: (uri) => void cache.delete(uri),
    live: new Map(),
  };
}
