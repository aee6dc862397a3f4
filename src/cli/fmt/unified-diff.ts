type Step = { readonly sign: ' ' | '-' | '+'; readonly text: string };

const context = 3;

/**
 * The difference of two texts as `diff -u` prints it, empty for equal ones. Line ends are part of the lines, so that a change
 * of line ends alone shows too.
 */
export function unifiedDiff(before: string, after: string, name: string): string {
  const steps = changeSteps(toLines(before), toLines(after));
  const changed = steps.flatMap(({ sign }, at) => (sign === ' ' ? [] : [at]));
  if (changed.length === 0) return '';
  const hunks: string[] = [];
  for (let first = 0; first < changed.length;) {
    let last = first;
    while (changed[last + 1] !== undefined && changed[last + 1]! - changed[last]! <= 2 * context)
      last++;
    const start = Math.max(0, changed[first]! - context);
    const end = Math.min(steps.length, changed[last]! + context + 1);
    hunks.push(hunkText(steps, start, end));
    first = last + 1;
  }
  return `--- ${name}\n+++ ${name}\n${hunks.join('')}`;
}

function toLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function hunkText(steps: readonly Step[], start: number, end: number): string {
  const range = (without: '-' | '+'): string => {
    const lines = (part: readonly Step[]): number =>
      part.filter(({ sign }) => sign !== without).length;
    const count = lines(steps.slice(start, end));
    const first = lines(steps.slice(0, start)) + (count === 0 ? 0 : 1);
    return `${first},${count}`;
  };
  const body = steps.slice(start, end).map(({ sign, text }) => {
    const line = `${sign}${text}`;
    return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`;
  });
  return `@@ -${range('+')} +${range('-')} @@\n${body.join('')}`;
}

/** The lines of both texts in order, by a longest common subsequence. */
function changeSteps(before: readonly string[], after: readonly string[]): Step[] {
  const columns = after.length + 1;
  // common[i * columns + j]: length of the longest common subsequence of before[i..] and after[j..].
  const common = new Uint16Array((before.length + 1) * columns);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * columns + j] =
        before[i] === after[j]
          ? common[(i + 1) * columns + j + 1]! + 1
          : Math.max(common[(i + 1) * columns + j]!, common[i * columns + j + 1]!);
    }
  }
  const steps: Step[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && before[i] === after[j]) {
      steps.push({ sign: ' ', text: before[i++]! });
      j++;
    } else if (
      j === after.length ||
      (i < before.length && common[(i + 1) * columns + j]! >= common[i * columns + j + 1]!)
    ) {
      steps.push({ sign: '-', text: before[i++]! });
    } else {
      steps.push({ sign: '+', text: after[j++]! });
    }
  }
  return steps;
}
