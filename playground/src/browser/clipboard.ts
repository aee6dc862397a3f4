/** Copies a text; answers with what to tell the person. */
export async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied.';
  } catch {
    return 'The browser did not allow copying: select the text and copy it by hand.';
  }
}
