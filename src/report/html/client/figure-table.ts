import type { PageTable } from '../page-data.js';
import { element } from './element.js';

/** A table of figures; the description of a row is shown when the pointer rests on it. */
export function figureTable({ caption, columns, rows }: PageTable): HTMLElement {
  const heads = columns.map((column) => {
    const cell = element('th', 'number', column);
    cell.scope = 'col';
    return cell;
  });
  const body = rows.map(({ label, description = '', cells }) => {
    // An id is not broken at its hyphens.
    const head = element('th', label.includes(' ') ? '' : 'id', label);
    head.scope = 'row';
    head.title = description;
    return element(
      'tr',
      '',
      head,
      ...cells.map(({ text, tone = '' }) => element('td', `number ${tone}`.trim(), text)),
    );
  });
  const table = element('table', '', element('caption', '', caption));
  if (columns.some((column) => column !== '')) {
    table.append(element('thead', '', element('tr', '', element('td', ''), ...heads)));
  }
  table.append(element('tbody', '', ...body));
  return element('div', 'scroll', table);
}
