import type { CheckReport } from './check-report.js';
import { countText } from './count-text.js';

/** What was found and what was not looked at: silence must not be taken for success. */
export function summaryLines({
  summary,
  skipped,
  excluded,
  known,
  fixed,
  fixable,
}: CheckReport): string[] {
  const { files, formulas, dynamic, errors, warnings, infos } = summary;
  const counts = [
    countText(errors, 'error'),
    countText(warnings, 'warning'),
    `${infos} info`,
    ...(known > 0 ? [`${known} known from the baseline`] : []),
    ...(fixed > 0 ? [`${fixed} fixed`] : []),
    ...(fixable > 0 ? [`${fixable} would be fixed`] : []),
  ];
  const found = `found ${countText(formulas, 'formula')} in ${countText(files, 'file')}`;
  const notChecked = dynamic > 0 ? `, ${dynamic} dynamic and not checked` : '';
  const unread =
    (skipped.length > 0 ? `, ${countText(skipped.length, 'path')} not read` : '') +
    (excluded > 0 ? `, ${excluded} left out by the configuration` : '');
  const nothing = formulas === 0 && dynamic === 0;
  return [
    nothing
      ? `found no formulas in ${countText(files, 'file')}${unread}`
      : `${found}${notChecked}${unread}`,
    ...(nothing && errors + warnings + infos + known + fixed === 0 ? [] : [counts.join(', ')]),
  ];
}
