import { file, view } from "./answers";
import { flag, list, struct, text, whole } from "./check";
import type { CellEdit, Reading } from "./contract";
import type { Door } from "./door";
import type * as is from "./measures";

const curve = struct<is.LossCurve>({
  given: flag,
  title: text,
  sentence: text,
  method: text,
  unit: text,
  points: list(struct<is.LossPoint>({ amount: text, text, without: text, with: text, chanceWithout: text, chanceWith: text })),
  levels: list(struct<is.LossLevel>({ label: text, without: text, with: text })),
});

const cells = list(struct<CellEdit>({ input: text, year: whole, text }));

const advice = struct<is.Advice>({
  given: flag,
  sentence: text,
  warning: text,
  same: flag,
  cells,
  before: text,
  after: text,
  best: text,
  measures: list(struct<is.AdviceLine>({ id: text, name: text, chosen: text, best: text, cost: text, worth: text, why: text })),
  shares: list(struct<is.AdviceShare>({ percent: whole, label: text, worth: text, plain: text, warning: text, count: whole, list: text, cells })),
  near: list(text),
  waiting: text,
  later: text,
  band: text,
});

const catalogue = struct<is.Catalogue>({
  measures: list(
    struct<is.CatalogueMeasure>({
      id: text,
      name: text,
      text,
      function: text,
      programme: text,
      practice: text,
      cautions: list(text),
      evidence: list(struct<is.CatalogueEvidence>({ text, source: text })),
      have: flag,
    }),
  ),
  losses: list(struct<is.CatalogueLoss>({ id: text, name: text, text, have: flag })),
});

const taken = struct<is.MeasuresTaken>({ chosen: flag, told: text, view });

/** What the door can do for risk and measures; it is fetched with their pages. */
export function measureCalls({ ask }: Pick<Door, "ask">) {
  return {
    lossCurve: (reading: Reading) => ask(curve, "LossCurve", reading),
    advise: (request: is.AdviceRequest) => ask(advice, "Advise", request),
    catalogue: (reading: Reading) => ask(catalogue, "Catalogue", reading),
    take: (request: is.TakeRequest) => ask(view, "Take", request),
    shareMeasures: (reading: Reading) => ask(file, "ShareMeasures", reading),
    takeMeasures: (request: is.MeasuresRequest) => ask(taken, "TakeMeasures", request),
    takeMeasuresDialog: (reading: Reading) => ask(taken, "TakeMeasuresDialog", reading),
  };
}
