import { nearestName } from '../../base/text/nearest-name.js';
import { CommandError } from '../command-error.js';

/** One `--format name` or `--format name=file`. */
export interface OutputFormat<Name extends string> {
  readonly name: Name;
  /** Absent: standard output. */
  readonly file?: string;
}

export interface FormatChoice<Name extends string> {
  readonly names: readonly Name[];
  /** What goes to standard output where no format is named for it. */
  readonly printed: Name;
  /** A format with its file, shown as the way to write more than one. */
  readonly example: string;
}

/** Reads the values of `--format`: at most one goes to standard output, and always one. Throws CommandError. */
export function readFormats<Name extends string>(
  options: readonly string[],
  { names, printed, example }: FormatChoice<Name>,
): readonly OutputFormat<Name>[] {
  const formats = options.map((option) => readFormat(option, names));
  const toOutput = formats.filter(({ file }) => file === undefined);
  if (toOutput.length > 1) {
    throw new CommandError(
      `only one --format can go to standard output, found ${toOutput.map(({ name }) => name).join(' and ')}; write the others to a file as in ${example}`,
    );
  }
  return toOutput.length === 0 ? [{ name: printed }, ...formats] : formats;
}

function readFormat<Name extends string>(
  option: string,
  names: readonly Name[],
): OutputFormat<Name> {
  const equals = option.indexOf('=');
  const found = equals < 0 ? option : option.slice(0, equals);
  const name = names.find((each) => each === found);
  if (name === undefined) {
    const near = nearestName(found, names);
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    throw new CommandError(`--format expects ${names.join(', ')}, found ${found}${hint}`);
  }
  if (equals < 0) return { name };
  const file = option.slice(equals + 1);
  if (file === '') throw new CommandError(`--format ${name}= expects a file after the =`);
  return { name, file };
}
