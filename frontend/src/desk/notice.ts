import { isolate, say } from "../words/words.svelte";
import type { View } from "./contract";
import { asFault } from "./fault";

/** Notice is the last thing the page has to say: a result, or a fault with its remedy. */
export interface Notice {
  text: string;
  remedy: string;
  fault: boolean;
  /** Where a file was written, to be shown. */
  folder?: string;
}

export function failed(reason: unknown): Notice {
  const { code, sentence, remedy } = asFault(reason).fault;
  const key = `page.first.${code}`;
  if (sentence !== "") return { text: sentence, remedy, fault: true };
  return { text: say(key), remedy: say(`${key}.remedy`), fault: true };
}

/** The figures of the story bar that are others than before, as they read now. */
export function moved(before: View, after: View): string {
  const was = (id: string) => before.story.find((figure) => figure.id === id)?.value;
  const others = after.story.filter((figure) => was(figure.id) !== figure.value);
  return others.map((figure) => `${say("common.labelled", { name: figure.label, text: isolate(figure.value) })}.`).join(" ");
}
