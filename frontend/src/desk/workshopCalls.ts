import { choice, file, view } from "./answers";
import { type Check, flag, list, struct, text } from "./check";
import type { Ask } from "./guideCalls";
import type * as is from "./workshop";

const cell = struct<is.WorkshopCell>({ text, plain: text });

export const workshop: Check<is.WorkshopView> = struct<is.WorkshopView>({
  open: flag,
  folder: text,
  hidden: flag,
  illustrative: flag,
  currency: text,
  currencies: list(choice),
  columns: list(choice),
  posts: list(
    struct<is.WorkshopPost>({
      id: text,
      name: text,
      country: text,
      statuses: text,
      years: text,
      counts: flag,
      figures: list(cell),
      rates: list(text),
      notes: list(text),
      files: list(choice),
    }),
  ),
  groups: list(struct<is.WorkshopGroup>({ name: text, figures: list(text) })),
  left: list(struct<is.WorkshopLeft>({ post: text, file: text, why: text, fault: text })),
  sentences: list(text),
});

/** What the door can do for a workshop. */
export function workshopCalls(ask: Ask) {
  return {
    workshop: (request: is.WorkshopRequest) => ask(workshop, "Workshop", request),
    workshopDialog: (request: is.WorkshopRequest) => ask(workshop, "WorkshopDialog", request),
    workshopUpload: (request: is.WorkshopUploadRequest) => ask(workshop, "WorkshopUpload", request),
    workshopPlan: (request: is.WorkshopPlanRequest) => ask(view, "WorkshopPlan", request),
    workshopWorkbook: (request: is.WorkshopRequest) => ask(file, "WorkshopWorkbook", request),
    workshopSheets: (request: is.WorkshopRequest) => ask(file, "WorkshopSheets", request),
  };
}
