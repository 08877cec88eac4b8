import { fireEvent, render } from "@testing-library/svelte";
import { createRawSnippet } from "svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { english } from "../testing/plan";
import { speak } from "../words/words.svelte";
import Room from "./Room.svelte";

beforeEach(() => {
  speak(english);
  HTMLDialogElement.prototype.showModal = vi.fn();
  HTMLDialogElement.prototype.close = vi.fn();
});

describe("a room", () => {
  it("is closed by Escape, and not by a choice of files that is given up in it", async () => {
    const onclose = vi.fn();
    const children = createRawSnippet(() => ({ render: () => '<input type="file" data-file>' }));
    const { container } = render(Room, { title: "What came back", onclose, children });
    const cancel = () => new Event("cancel", { bubbles: true, cancelable: true });
    const input = container.querySelector("[data-file]");
    const dialog = container.querySelector("dialog");
    if (!input || !dialog) throw new Error("the room is not there");
    await fireEvent(input, cancel());
    expect(onclose).not.toHaveBeenCalled();
    const escape = cancel();
    await fireEvent(dialog, escape);
    expect([onclose.mock.calls.length, escape.defaultPrevented]).toEqual([1, true]);
  });
});
