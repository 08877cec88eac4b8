import type { View } from "./contract";

/** The view while no plan is open. */
export const nothing: View = {
  open: false,
  revision: 0,
  title: "",
  post: "",
  file: "",
  saved: true,
  illustrative: false,
  canUndo: false,
  canRedo: false,
  currency: "",
  donor: "",
  years: [],
  scenario: "",
  scenarios: [],
  chain: [],
  story: [],
  findings: [],
};
