/** Milliseconds after which a page that is not painted, as in a background tab, goes on without. */
const patience = 500;

/** Comes true when what was just put into the page has been painted. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, patience);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
