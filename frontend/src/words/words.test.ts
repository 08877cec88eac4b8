import { describe, expect, it } from "vitest";
import { arabic, english, french } from "../testing/plan";
import { drawn, exact, tick } from "./figures";
import { guess, isolate, say, speak } from "./words.svelte";

describe("words", () => {
  it("fills places, leaves those without an argument, and never looks into what it filled in", () => {
    speak({ ...english, texts: { k: "{a} and {b}, again {a}" } });
    expect(say("k", { a: "{b}" })).toBe("{b} and {b}, again {b}");
    expect(say("k", { a: "1", b: "2" })).toBe("1 and 2, again 1");
  });

  it("shows an unknown key so that it is seen", () => {
    speak(english);
    expect(say("page.nowhere")).toBe("⟨page.nowhere⟩");
  });

  it("sets the document's language and direction", () => {
    speak(arabic);
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(["ar", "rtl"]);
    speak(french);
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(["fr", "ltr"]);
  });

  it("has words before the program has answered, in the reader's language", () => {
    guess(["xx", "pt-BR", "en"]);
    expect(say("page.first.loading")).toBe("A carregar…");
    guess(["xx"]);
    expect(say("page.first.silent")).toBe("The program does not answer.");
  });

  it("isolates a name inside a sentence", () => {
    expect([...isolate("x")].map((sign) => sign.codePointAt(0))).toEqual([0x2068, 0x78, 0x2069]);
  });
});

describe("figures on an axis", () => {
  const spanish = { decimal: ",", group: ".", groupMin: 5, minus: "-" };
  it.each([
    [1234567, english, "1,234,567"],
    [-1234.5, french, "-1\u202f234,5"],
    [1234, spanish, "1234"],
    [12345, spanish, "12.345"],
    [0, english, "0"],
  ])("%d is written as the reader writes it", (value, notation, text) => {
    expect(tick(value, notation)).toBe(text);
  });

  it("gives a chart's figure one decimal", () => {
    expect(drawn("-1234.5678", french)).toBe("-1\u202f234,6");
    expect(drawn("100", english)).toBe("100.0");
  });

  it("keeps every digit of a plain decimal", () => {
    expect(exact("0.12345678901234567", french)).toBe("0,12345678901234567");
  });
});
