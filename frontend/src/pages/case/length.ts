/** How many characters a text has, counted as the program does: by code points, without what surrounds it. */
export function length(text: string): number {
  return [...text.trim()].length;
}
