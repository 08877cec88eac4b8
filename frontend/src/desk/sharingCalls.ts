import type { BenchmarkRequest } from "./benchmarks";
import { flag, list, struct, text } from "./check";
import type { Reading } from "./contract";
import type { Door } from "./door";
import type * as is from "./sharing";

const line = struct<is.SharingLine>({ name: text, value: text, note: text });
const sharing = struct<is.Sharing>({ id: text, lines: list(line), left: list(line), empty: text, fingerprint: text, made: text });
const shared = struct<is.Shared>({ chosen: flag, name: text, folder: text, base64: text, code: text });

/** What the door can do for a contribution; it is fetched with its room. */
export function sharingCalls({ ask }: Pick<Door, "ask">) {
  return {
    sharing: (reading: Reading) => ask(sharing, "Sharing", reading),
    sharingKey: (request: BenchmarkRequest) => ask(sharing, "SharingKey", request),
    sharingKeyDialog: (reading: Reading) => ask(sharing, "SharingKeyDialog", reading),
    share: (request: is.ShareRequest) => ask(shared, "Share", request),
  };
}
