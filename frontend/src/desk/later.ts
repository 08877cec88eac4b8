/** In milliseconds: what follows a figure waits until that is seen, and waits for no more of them. */
const pause = 30;

/** Does something once the next frame has long been drawn, unless it is called off. */
export function later(act: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (waiting = setTimeout(act, pause)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(waiting);
  };
}
