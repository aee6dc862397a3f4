/** Elapsed time as `1d 02:03:04.250`, for logs of any length. */
export function elapsedText(milliseconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const seconds = milliseconds / 1000;
  const days = Math.floor(seconds / 86_400);
  const clock = `${two((seconds % 86_400) / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
  const fraction = String(Math.floor(milliseconds % 1000)).padStart(3, '0');
  return `${days > 0 ? `${days}d ` : ''}${clock}.${fraction}`;
}
