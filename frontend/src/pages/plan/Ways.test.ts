import { fireEvent, render, screen } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { english } from "../../testing/plan";
import { speak } from "../../words/words.svelte";
import Ways from "./Ways.svelte";

const ontype = vi.fn();
const onimport = vi.fn();
const onsample = vi.fn();

beforeEach(() => { speak(english); });

describe("an empty page", () => {
  it("offers three ways on", async () => {
    render(Ways, { add: "Add a driver", ontype, onimport, onsample });
    for (const button of screen.getAllByRole("button")) await fireEvent.click(button);
    for (const way of [ontype, onimport, onsample]) expect(way).toHaveBeenCalledOnce();
    expect(screen.getByRole("button", { name: "Add a driver" })).toBeTruthy();
  });

  it("leads on where nothing is typed on the page itself", async () => {
    render(Ways, { add: "", onward: "Post", ontype, onimport, onsample });
    await fireEvent.click(screen.getByRole("button", { name: "Post" }));
    expect(ontype).toHaveBeenCalled();
    expect(screen.getByText(/page.empty.onward/)).toBeTruthy();
  });

  it("has rows pasted where nothing else brings them in", () => {
    render(Ways, { add: "", ontype, onimport: undefined, onsample });
    expect(screen.getAllByRole("button")).toHaveLength(2);
    expect(screen.getByText(/page.empty.paste/)).toBeTruthy();
  });
});
