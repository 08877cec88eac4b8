/** A stop of the tour: its words are guide.tour.<id>, and the first of these that is there is what it shows. */
export interface Stop {
  id: string;
  at: string;
}

export const stops: readonly Stop[] = [
  { id: "chain", at: "nav ol" },
  { id: "story", at: ".story dl" },
  { id: "chart", at: "main figure" },
  { id: "table", at: 'main [role="grid"] thead, main [role="grid"]' },
  { id: "cell", at: 'main [role="grid"] td:has(.mark)' },
  { id: "scenario", at: "[data-tour='scenario']" },
  { id: "undo", at: "header [role='group']" },
  { id: "workbook", at: "header .button.main" },
];

/** The stops whose control is on this page. */
export function reachable(all: readonly Stop[], page: ParentNode): readonly Stop[] {
  return all.filter((stop) => page.querySelector(stop.at) !== null);
}
