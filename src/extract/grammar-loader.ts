import { Language, Parser } from 'web-tree-sitter';

/** Grammars of host languages that come as WebAssembly. */
export type GrammarName = 'terraform' | 'bicep' | 'python' | 'csharp' | 'powershell' | 'bash';

/** Bytes of a grammar, or of the parser that runs it; how they are read differs between Node and browsers. */
export type GrammarLoader = (name: GrammarName | 'web-tree-sitter') => Promise<Uint8Array>;

let runtime: Promise<void> | undefined;
const parsers = new Map<GrammarName, Promise<Parser>>();

async function startRuntime(load: GrammarLoader): Promise<void> {
  const wasmBinary = await load('web-tree-sitter');
  await Parser.init({ wasmBinary });
}

async function createParser(name: GrammarName, load: GrammarLoader): Promise<Parser> {
  runtime ??= startRuntime(load);
  const [bytes] = await Promise.all([load(name), runtime]);
  const parser = new Parser();
  parser.setLanguage(await Language.load(bytes));
  return parser;
}

/** The parser of a host language. Each grammar is read once in a process, when the first file of its language asks for it. */
export function loadParser(name: GrammarName, load: GrammarLoader): Promise<Parser> {
  const known = parsers.get(name);
  if (known !== undefined) return known;
  const created = createParser(name, load);
  parsers.set(name, created);
  return created;
}
