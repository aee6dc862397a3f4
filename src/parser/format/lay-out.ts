import type { Document } from './document.js';

export interface LayoutOptions {
  /** Longest line in UTF-16 units, where the text allows it. */
  readonly width: number;
  /** Spaces of one level of indentation. */
  readonly indentation: number;
}

interface Command {
  readonly document: Document;
  readonly indentation: number;
  readonly flat: boolean;
}

/** Prints a document with `\n` as line end. Loops over a stack of its own: no document is too deep or too long for it. */
export function layOut(document: Document, { width, indentation: step }: LayoutOptions): string {
  const output: string[] = [];
  let column = 0;
  const stack: Command[] = [{ document, indentation: 0, flat: false }];
  for (let command = stack.pop(); command !== undefined; command = stack.pop()) {
    const { document: current, indentation, flat } = command;
    switch (current.kind) {
      case 'text':
        output.push(current.text);
        column += current.text.length;
        break;
      case 'comment':
        output.push(current.text);
        break;
      case 'line':
        if (flat) {
          output.push(current.flat);
          column += current.flat.length;
        } else {
          output.push('\n', ' '.repeat(indentation));
          column = indentation;
        }
        break;
      case 'sequence':
        for (let i = current.parts.length - 1; i >= 0; i--) {
          stack.push({ document: current.parts[i]!, indentation, flat });
        }
        break;
      case 'indent':
        stack.push({ document: current.content, indentation: indentation + step, flat });
        break;
      case 'group': {
        const fitting = flat || (!current.hard && fits(current.content, stack, width - column));
        stack.push({ document: current.content, indentation, flat: fitting });
        break;
      }
    }
  }
  return output.join('');
}

/** Whether a document on one line, and what follows it up to the next end of a line, takes at most `room` columns. */
function fits(document: Document, following: readonly Command[], room: number): boolean {
  let left = room;
  let next = following.length;
  const stack: { readonly document: Document; readonly flat: boolean }[] = [
    { document, flat: true },
  ];
  while (left >= 0) {
    const command = stack.pop() ?? following[--next];
    if (command === undefined) return true;
    const { document: current, flat } = command;
    switch (current.kind) {
      case 'text':
        left -= current.text.length;
        break;
      case 'comment':
        break;
      case 'line':
        if (!flat) return true;
        left -= current.flat.length;
        break;
      case 'sequence':
        for (let i = current.parts.length - 1; i >= 0; i--) {
          stack.push({ document: current.parts[i]!, flat });
        }
        break;
      case 'indent':
        stack.push({ document: current.content, flat });
        break;
      case 'group':
        // A group that follows may still break at its first line.
        stack.push({ document: current.content, flat: flat && !current.hard });
        break;
    }
  }
  return false;
}
