/** Makes what belongs to something the first time it is asked for, and gives the same again from then on. */
export function onceFor<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const all = new WeakMap<K, T>();
  return (of) => {
    const known = all.get(of) ?? make(of);
    all.set(of, known);
    return known;
  };
}
