import { view } from "./answers";
import { flag, list, struct, text, whole } from "./check";
import type { Reading } from "./contract";
import type { Door } from "./door";
import type * as is from "./review";

const review = struct<is.ReviewView>({
  open: flag,
  name: text,
  state: text,
  sentence: text,
  signed: text,
  signature: text,
  ask: text,
  notes: list(text),
  edits: list(struct<is.ReviewEdit>({ number: whole, place: text, name: text, was: text, is: text, effect: text, taking: text })),
  groups: list(
    struct<is.ReviewGroup>({
      kind: text,
      title: text,
      grave: flag,
      lines: list(struct<is.ReviewLine>({ place: text, label: text, was: text, is: text })),
      more: whole,
    }),
  ),
});

const contrast = struct<is.ContrastView>({
  first: text,
  second: text,
  own: flag,
  both: flag,
  ask: text,
  same: text,
  lines: list(struct<is.ContrastLine>({ name: text, was: text, is: text, effect: text, share: text })),
  gone: list(text),
  new: list(text),
  rest: text,
});

const taken = struct<is.ReviewTaken>({ view, review });

/** What the door can do with what came back; it is fetched with the room. */
export function reviewCalls({ ask }: Pick<Door, "ask">) {
  return {
    review: (request: is.ReviewRequest) => ask(review, "Review", request),
    reviewDialog: (request: is.ReviewRequest) => ask(review, "ReviewDialog", request),
    reviewUpload: (request: is.ReviewUploadRequest) => ask(review, "ReviewUpload", request),
    reviewTake: (request: is.ReviewTakeRequest) => ask(taken, "ReviewTake", request),
    reviewPlan: (reading: Reading) => ask(view, "ReviewPlan", reading),
    contrast: (request: is.ContrastRequest) => ask(contrast, "Contrast", request),
    contrastDialog: (request: is.ContrastRequest) => ask(contrast, "ContrastDialog", request),
    contrastUpload: (request: is.ContrastUploadRequest) => ask(contrast, "ContrastUpload", request),
    contrastOwn: (request: is.ContrastRequest) => ask(contrast, "ContrastOwn", request),
  };
}
