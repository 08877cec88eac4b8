import type * as is from "./benchmarks";
import { flag, list, struct, text } from "./check";

export const benchmarks = struct<is.Benchmarks>({
  packs: list(struct<is.BenchmarkPack>({ id: text, text, signer: text, made: text, old: flag, notes: list(text) })),
  keys: list(struct<is.CoordinatorKey>({ fingerprint: text, made: text })),
  idle: text,
});
