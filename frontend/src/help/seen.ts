/** Whether the tour was seen on this computer; a browser that keeps nothing just forgets it. */
const kept = "outrigger.tour";

export function tourSeen(): boolean {
  try {
    return localStorage.getItem(kept) !== null;
  } catch {
    return false;
  }
}

export function seeTour(): void {
  try {
    localStorage.setItem(kept, "seen");
  } catch {
    return;
  }
}
