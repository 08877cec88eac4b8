/**
 * What the first picture does not need: the page of a plan with its charts, and the rooms
 * over it. Each is fetched when it is first shown, or once the first picture is drawn.
 */
export const working = () => import("./Working.svelte");

export const rooms = {
  new: () => import("../pages/begin/NewPlan.svelte"),
  recent: () => import("../pages/begin/Recents.svelte"),
  import: () => import("../pages/import/Import.svelte"),
  scenarios: () => import("../pages/scenarios/Scenarios.svelte"),
  doubt: () => import("../pages/doubt/Doubt.svelte"),
  catalogue: () => import("../pages/measures/Catalogue.svelte"),
  workshop: () => import("../pages/workshop/Workshop.svelte"),
  contribute: () => import("../pages/peers/Contribute.svelte"),
  review: () => import("../pages/review/Review.svelte"),
  help: () => import("../help/Help.svelte"),
};

export const tour = () => import("../help/Tour.svelte");
