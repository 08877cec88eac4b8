import { view } from "./answers";
import { flag, list, struct, text, whole } from "./check";
import type { Reading } from "./contract";
import type { Door } from "./door";
import type * as is from "./shares";

const sharers = struct<is.Sharers>({ packages: list(struct<is.Sharer>({ id: text, name: text, order: whole, barred: text })), shared: flag });

const shared = struct<is.SharedCosts>({ sentence: text, reasons: list(text), view });

/** What the door can do for costs that several packages share; it is fetched with their page. */
export function shareCalls({ ask }: Pick<Door, "ask">) {
  return {
    sharers: (reading: Reading) => ask(sharers, "Sharers", reading),
    shareCosts: (request: is.ShareCostsRequest) => ask(shared, "ShareCosts", request),
  };
}
