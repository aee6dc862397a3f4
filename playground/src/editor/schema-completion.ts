/** The parts of a JSON Schema that completion reads. */
export interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string | readonly string[];
  readonly description?: string;
}

export interface SchemaItem {
  readonly label: string;
  readonly documentation: string;
  readonly insertText: string;
  readonly isKey: boolean;
}

/** Keys that may stand at an offset of a YAML text in block style, or values after a key. Read from indentation alone: works on broken text. */
export function schemaAt(text: string, offset: number, root: JsonSchema): SchemaItem[] {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  const value = /^(\s*(?:- )*)([\w.$-]+):\s+[\w.-]*$/.exec(line);
  const path = pathAbove(text.slice(0, lineStart), indentOf(line));
  if (value !== null) {
    const owner = path === undefined ? [] : resolve(root, path, root);
    const schemas = owner.flatMap((each) => children(each, value[2]!, root));
    return schemas.flatMap((each) => valuesOf(each));
  }
  if (path === undefined || /:\s/.test(line)) return [];
  const isItem = /^\s*- /.test(line);
  const at = resolve(root, path, root);
  const owners = isItem ? at.flatMap((each) => itemsOf(each, root)) : at;
  const seen = new Set<string>();
  return owners.flatMap((each) =>
    Object.entries(each.properties ?? {}).flatMap(([label, property]) => {
      if (seen.has(label)) return [];
      seen.add(label);
      const documentation = property.description ?? '';
      return [{ label, documentation, insertText: `${label}: `, isKey: true }];
    }),
  );
}

function indentOf(line: string): number {
  return /^ */.exec(line)![0].length;
}

/** Keys from the root to the mapping that a line of this indentation belongs to; `-` is an element of a list. */
function pathAbove(text: string, indent: number): string[] | undefined {
  const path: string[] = [];
  let limit = indent;
  for (const line of text.split('\n').reverse()) {
    if (limit === 0) break;
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const own = indentOf(line);
    const item = /^ *- /.test(line);
    const key = /^ *(?:- )*([\w.$-]+):/.exec(line)?.[1];
    const keyIndent = own + (item ? 2 : 0);
    if (keyIndent < limit && key !== undefined) {
      path.unshift(key);
      limit = keyIndent;
    }
    if (item && own < limit) {
      path.unshift('-');
      limit = own;
    } else if (item && own + 2 === limit) {
      path.unshift('-');
      limit = own;
    }
  }
  return path;
}

function resolve(schema: JsonSchema, path: readonly string[], root: JsonSchema): JsonSchema[] {
  let at = alternatives(schema, root);
  for (const key of path) {
    at = at.flatMap((each) => (key === '-' ? itemsOf(each, root) : children(each, key, root)));
  }
  return at;
}

function alternatives(schema: JsonSchema, root: JsonSchema): JsonSchema[] {
  const { $ref, anyOf, oneOf } = schema;
  if ($ref !== undefined) {
    const target = root.$defs?.[$ref.replace('#/$defs/', '')];
    return target === undefined ? [] : alternatives(target, root);
  }
  const parts = [...(anyOf ?? []), ...(oneOf ?? [])];
  return parts.length === 0 ? [schema] : parts.flatMap((part) => alternatives(part, root));
}

function children(schema: JsonSchema, key: string, root: JsonSchema): JsonSchema[] {
  const { properties = {} } = schema;
  return Object.hasOwn(properties, key) ? alternatives(properties[key]!, root) : [];
}

function itemsOf(schema: JsonSchema, root: JsonSchema): JsonSchema[] {
  return schema.items === undefined ? [] : alternatives(schema.items, root);
}

function valuesOf({ enum: values, const: only, type, description = '' }: JsonSchema): SchemaItem[] {
  const all = [
    ...(values ?? []),
    ...(only === undefined ? [] : [only]),
    ...(type === 'boolean' ? [true, false] : []),
  ];
  return all.map((value) => ({
    label: String(value),
    documentation: description,
    insertText: String(value),
    isKey: false,
  }));
}
