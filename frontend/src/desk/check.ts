/** A check takes what came in and gives it back with its type, or refuses it. */
export type Check<T> = (value: unknown, place: string) => T;

/** Refused says where an answer is not what the contract promises. */
export class Refused extends Error {
  override name = "Refused";
  readonly place: string;

  constructor(place: string, wanted: string) {
    super(`${place}: not ${wanted}`);
    this.place = place;
  }
}

export const text: Check<string> = (value, place) => {
  if (typeof value !== "string") throw new Refused(place, "a text");
  return value;
};

export const flag: Check<boolean> = (value, place) => {
  if (typeof value !== "boolean") throw new Refused(place, "true or false");
  return value;
};

export const whole: Check<number> = (value, place) => {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) {
    throw new Refused(place, "a whole number");
  }
  return value;
};

export const number: Check<number> = (value, place) => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new Refused(place, "a number");
  return value;
};

/** A list; an empty one may arrive as null, which is how Go writes a nil slice. */
export function list<T>(item: Check<T>): Check<T[]> {
  return (value, place) => {
    if (value === null) return [];
    if (!Array.isArray(value)) throw new Refused(place, "a list");
    return value.map((each, n) => item(each, `${place}[${n}]`));
  };
}

export function texts(value: unknown, place: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [key, each] of Object.entries(object(value, place))) {
    all[key] = text(each, `${place}.${key}`);
  }
  return all;
}

/** An object with these fields; further ones are passed over. */
export function struct<T extends object>(fields: { [K in keyof T]: Check<T[K]> }): Check<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return (value, place) => {
    const given = object(value, place);
    const checked = {} as T;
    for (const name of names) checked[name] = fields[name](given[name], `${place}.${name}`);
    return checked;
  };
}

function object(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Refused(place, "an object");
  }
  return value as Record<string, unknown>;
}
