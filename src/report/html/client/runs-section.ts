import { formatElapsed } from '../../format/duration.js';
import type { PageData, PageRun } from '../page-data.js';
import { element } from './element.js';
import { clockText } from './time-axis.js';

/** Rows in the document at one time; the others are a click away, so that a year of runs does not choke the browser. */
const pageLength = 50;

const heads = ['elapsed', 'clock (UTC)', 'nodes', 'target', 'node removal', 'variables, or error'];

/** The autoscale runs, with a choice of pool and formula, a text filter and pages. */
export function runsSection({ runs, startMilliseconds }: PageData): HTMLElement | undefined {
  if (runs.length === 0) return undefined;
  const choice = element('select', '', ...runs.map(({ title }) => element('option', '', title)));
  const filter = element('input', '');
  filter.type = 'search';
  filter.placeholder = 'variable, value or error';
  const errorsOnly = checkbox();
  const changesOnly = checkbox();
  const count = element('output', '');
  const earlier = element('button', '', 'earlier');
  const later = element('button', '', 'later');
  const body = element('tbody', '');
  let first = 0;

  const show = (): void => {
    const rows = runs[choice.selectedIndex]?.rows ?? [];
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = rows.filter(
      (run) =>
        (!errorsOnly.checked || run.error !== undefined) &&
        (!changesOnly.checked || run.changed) &&
        (words.length === 0 || words.every((word) => searchText(run).includes(word))),
    );
    first = Math.min(first, Math.max(0, found.length - 1));
    first -= first % pageLength;
    const last = Math.min(first + pageLength, found.length);
    body.replaceChildren(...found.slice(first, last).map((run) => runRow(run, startMilliseconds)));
    const of = found.length === rows.length ? '' : ` found, of ${rows.length}`;
    count.textContent =
      found.length === 0 ? `none${of}` : `${first + 1} to ${last} of ${found.length}${of}`;
    earlier.disabled = first === 0;
    later.disabled = last === found.length;
  };
  const restart = (): void => {
    first = 0;
    show();
  };
  for (const control of [choice, filter, errorsOnly, changesOnly]) {
    control.addEventListener('input', restart);
  }
  earlier.addEventListener('click', () => {
    first -= pageLength;
    show();
  });
  later.addEventListener('click', () => {
    first += pageLength;
    show();
  });
  show();

  return element(
    'section',
    'runs',
    element('h2', '', 'Autoscale runs'),
    element(
      'div',
      'controls',
      labelled('of', choice),
      labelled('find', filter),
      labelled('errors only', errorsOnly),
      labelled('changed targets only', changesOnly),
      element('span', 'pager', earlier, count, later),
    ),
    element(
      'div',
      'scroll',
      element('table', '', element('thead', '', element('tr', '', ...heads.map(columnHead))), body),
    ),
  );
}

function columnHead(text: string): HTMLElement {
  const cell = element('th', '', text);
  cell.scope = 'col';
  return cell;
}

function checkbox(): HTMLInputElement {
  const input = element('input', '');
  input.type = 'checkbox';
  return input;
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  return element('label', '', `${text} `, control);
}

function searchText({ variables, error = '', target, removal }: PageRun): string {
  const values = variables.map(([name, value]) => `${name}=${value}`).join(' ');
  return `${values} ${error} ${target} ${removal}`.toLowerCase();
}

function runRow(run: PageRun, startMilliseconds: number): HTMLElement {
  const { atSeconds, current, target, changed, removal, variables, error } = run;
  const values = variables.map(([name, value]) =>
    element('span', 'variable', element('span', 'name', name), ` = ${value}`),
  );
  const cells = [
    element('td', 'number', formatElapsed(atSeconds)),
    element('td', 'clock', clockText(startMilliseconds, atSeconds)),
    element('td', 'number', current),
    element('td', changed ? 'number changed' : 'number', target),
    element('td', '', removal),
    error === undefined ? element('td', 'variables', ...values) : element('td', 'error', error),
  ];
  return element('tr', error === undefined ? '' : 'failed', ...cells);
}
