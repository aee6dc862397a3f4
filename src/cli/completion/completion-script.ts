import type { DescribedCommand, DescribedOption } from './describe-commands.js';

export const shells = ['bash', 'zsh', 'fish', 'pwsh'] as const;
export type Shell = (typeof shells)[number];

/** The completion script of a shell. Where nothing is known to choose from, files are completed. */
export function completionScript(shell: Shell, commands: readonly DescribedCommand[]): string {
  switch (shell) {
    case 'bash':
      return bashScript(commands);
    case 'zsh':
      // zsh runs scripts of bash behind bashcompinit; the functions are the same.
      return `#compdef poolscale\nautoload -U +X bashcompinit && bashcompinit\n${bashScript(commands)}`;
    case 'fish':
      return fishScript(commands);
    case 'pwsh':
      return powerShellScript(commands);
  }
}

function names(commands: readonly DescribedCommand[]): string {
  return commands.map(({ name }) => name).join(' ');
}

function withChoices({ options }: DescribedCommand): readonly DescribedOption[] {
  return options.filter(({ choices }) => choices.length > 0);
}

function bashScript(commands: readonly DescribedCommand[]): string {
  const values = commands.flatMap((command) =>
    withChoices(command).map(
      ({ flag, choices }) =>
        `    '${command.name} ${flag}') COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$word")); return ;;`,
    ),
  );
  const words = commands.map(({ name, options, choices }) => {
    const flags = options.map(({ flag }) => flag).join(' ');
    return `    ${name}) words='${flags}' arguments='${choices.join(' ')}' ;;`;
  });
  return `_poolscale() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words='' arguments=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${names(commands)} --help --version' -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]} $before" in
${values.join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${words.join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) COMPREPLY=($(compgen -W "$arguments" -- "$word")) ;;
  esac
}
complete -o default -F _poolscale poolscale
`;
}

function fishText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function fishScript(commands: readonly DescribedCommand[]): string {
  const lines = commands.flatMap(({ name, description, options, choices }) => {
    const inside = `-n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c poolscale -f -n __fish_use_subcommand -a ${name} -d ${fishText(description)}`,
      ...(choices.length > 0
        ? [`complete -c poolscale -f ${inside} -a ${fishText(choices.join(' '))}`]
        : []),
      ...options.map((option) => {
        const long = option.flag.replace(/^--/, '');
        const value = option.takesValue ? ' -r' : '';
        const list =
          option.choices.length > 0 ? ` -f -a ${fishText(option.choices.join(' '))}` : '';
        return `complete -c poolscale ${inside} -l ${long}${value}${list} -d ${fishText(option.description)}`;
      }),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function powerShellText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function powerShellScript(commands: readonly DescribedCommand[]): string {
  const list = (words: readonly string[]): string => words.map(powerShellText).join(', ');
  const words = commands.map(
    ({ name, options, choices }) =>
      `    '${name}' = @(${list([...choices, ...options.map(({ flag }) => flag)])})`,
  );
  const values = commands.flatMap((command) =>
    withChoices(command).map(
      ({ flag, choices }) => `    '${command.name} ${flag}' = @(${list(choices)})`,
    ),
  );
  return `Register-ArgumentCompleter -Native -CommandName poolscale -ScriptBlock {
  param($word, $line, $position)
  $commands = @(${list(commands.map(({ name }) => name))})
  $words = @{
${words.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $given = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $found = if ($given.Count -le 1) { $commands }
    elseif ($values.ContainsKey("$($given[1]) $($given[-1])")) { $values["$($given[1]) $($given[-1])"] }
    else { $words[$given[1]] }
  $found | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
