import type { JSX } from 'preact';

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly names: readonly Name[];
  readonly titles: Readonly<Record<Name, string>>;
  readonly selected: Name;
  readonly onSelect: (name: Name) => void;
}

/** Tabs as the ARIA practices describe them: arrow keys move, one tab is in the order of the Tab key. */
export function Tabs<Name extends string>(props: TabsProps<Name>): JSX.Element {
  const { label, names, titles, selected, onSelect } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = (names.indexOf(selected) + step + names.length) % names.length;
    onSelect(names[next]!);
    const bar = event.currentTarget as HTMLElement;
    bar.querySelectorAll('button')[next]?.focus();
    event.preventDefault();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === selected}
          tabIndex={name === selected ? 0 : -1}
          onClick={() => {
            onSelect(name);
          }}
        >
          {titles[name]}
        </button>
      ))}
    </div>
  );
}
