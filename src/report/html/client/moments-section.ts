import { formatDuration, formatElapsed } from '../../format/duration.js';
import type { PageData, PageMoment } from '../page-data.js';
import { element } from './element.js';
import { clockText } from './time-axis.js';

/** Rows in the document; a rate of faults over a year has thousands. */
const shownAtFirst = 50;

const heads = ['number', 'elapsed', 'clock (UTC)', 'lasts', 'what'];

/** Faults and operations with the numbers that the charts show. */
export function momentsSection({
  moments,
  startMilliseconds,
}: Pick<PageData, 'moments' | 'startMilliseconds'>): HTMLElement | undefined {
  if (moments.length === 0) return undefined;
  const row = (moment: PageMoment, index: number): HTMLElement =>
    momentRow(moment, index, startMilliseconds);
  const body = element('tbody', '', ...moments.slice(0, shownAtFirst).map(row));
  const head = element('tr', '', ...heads.map(columnHead));
  const section = element(
    'section',
    'moments',
    element('h2', '', 'Faults and operations'),
    element('p', 'hint', 'The numbers are those in the charts.'),
    element('div', 'scroll', element('table', '', element('thead', '', head), body)),
  );
  if (moments.length > shownAtFirst) {
    const all = element('button', '', `show all ${moments.length}`);
    all.addEventListener('click', () => {
      body.replaceChildren(...moments.map(row));
      all.remove();
    });
    section.append(all);
  }
  return section;
}

function columnHead(text: string): HTMLElement {
  const head = element('th', '', text);
  head.scope = 'col';
  return head;
}

function momentRow(
  { kind, atSeconds, endSeconds, text }: PageMoment,
  index: number,
  startMilliseconds: number,
): HTMLElement {
  return element(
    'tr',
    kind,
    element('td', 'number', String(index + 1)),
    element('td', 'number', formatElapsed(atSeconds)),
    element('td', 'clock', clockText(startMilliseconds, atSeconds)),
    element('td', 'number', endSeconds === undefined ? '' : formatDuration(endSeconds - atSeconds)),
    element('td', '', text),
  );
}
