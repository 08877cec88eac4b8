import type { Words } from "../desk/contract";

type Notation = Pick<Words, "decimal" | "group" | "groupMin" | "minus">;

/** A number on an axis, as the reader writes it. Figures come written from the program. */
export function tick(value: number, notation: Notation): string {
  const [whole = "0", rest] = String(Math.abs(value)).split(".");
  const cut = whole.length < notation.groupMin ? whole : grouped(whole, notation.group);
  const sign = value < 0 ? notation.minus : "";
  return sign + cut + (rest === undefined ? "" : notation.decimal + rest);
}

function grouped(digits: string, group: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, group);
}

/** A plain decimal with the reader's decimal sign, so that it reads back exactly. */
export function exact(plain: string, notation: Pick<Words, "decimal">): string {
  return plain.replace(".", notation.decimal);
}

/** A figure of a chart, as fine as it can be drawn. */
export function drawn(plain: string, notation: Notation, places = 1): string {
  const [whole = "0", rest] = Number(plain).toFixed(places).replace("-", "").split(".");
  const cut = whole.length < notation.groupMin ? whole : grouped(whole, notation.group);
  const sign = plain.startsWith("-") ? notation.minus : "";
  return sign + cut + (rest === undefined ? "" : notation.decimal + rest);
}
