import * as answers from "./answers";
import { type Check } from "./check";
import type * as is from "./contract";
import { asFault, own } from "./fault";
import { guideCalls } from "./guideCalls";
import * as news from "./news";
import * as pageAnswers from "./pageAnswers";
import type * as page from "./pages";
import { workshopCalls } from "./workshopCalls";

/** Transport carries one call to Go and brings back whatever came. */
export type Transport = (method: string, args: readonly unknown[]) => Promise<unknown>;

/** Door is all that the page may ask of the program. */
export type Door = ReturnType<typeof doorOver>;

type Bound = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

declare global {
  interface Window {
    go?: { desk?: { Desk?: Bound } };
  }
}

export function openDoor(): Door {
  const bound = window.go?.desk?.Desk;
  return doorOver(bound ? throughWindow(bound) : throughBrowser);
}

export function throughWindow(bound: Bound): Transport {
  return async (method, args) => {
    const call = bound[method];
    if (!call) throw own("unreadable", method);
    return call(...args);
  };
}

/** The one place that speaks to the address the page itself came from. */
export const throughBrowser: Transport = async (method, args) => {
  const request = { method: "POST", body: JSON.stringify(args), credentials: "same-origin" } as const;
  const headers = { "Content-Type": "application/json" };
  const answer = await window.fetch(`/call/${method}`, { ...request, headers }).catch(() => {
    throw own("silent");
  });
  const body = await answer.text();
  if (answer.status === 422) throw asFault(body);
  if (answer.status === 401 || answer.status === 403) throw own("refused");
  if (!answer.ok) throw own("unreadable", `${method} ${String(answer.status)}`);
  return body === "" ? null : JSON.parse(body);
};

export function doorOver(transport: Transport) {
  async function ask<T>(check: Check<T>, method: string, ...args: unknown[]): Promise<T> {
    try {
      return check(await transport(method, args), method);
    } catch (reason) {
      throw asFault(reason);
    }
  }
  const nothing: Check<void> = () => undefined;
  return {
    hello: () => ask(answers.greeting, "Hello"),
    say: (language: string) => ask(answers.words, "Say", language),
    look: (reading: is.Reading) => ask(answers.view, "Look", reading),
    openSample: (request: is.SampleRequest) => ask(answers.view, "OpenSample", request),
    openDialog: (reading: is.Reading) => ask(answers.view, "OpenDialog", reading),
    openUpload: (request: is.FileRequest) => ask(answers.view, "OpenUpload", request),
    edit: (request: is.EditRequest) => ask(news.edited, "Edit", request),
    kept: (reading: is.Reading) => ask(answers.view, "Kept", reading),
    undo: (reading: is.Reading & is.Shown) => ask(news.view, "Undo", reading),
    redo: (reading: is.Reading & is.Shown) => ask(news.view, "Redo", reading),
    save: (reading: is.Reading) => ask(answers.file, "Save", reading),
    saveAs: (reading: is.Reading) => ask(answers.file, "SaveAs", reading),
    writeWorkbook: (request: is.WorkbookRequest) => ask(answers.file, "WriteWorkbook", request),
    stop: (request: is.JobRequest) => ask(nothing, "Stop", request),
    progress: (request: is.JobRequest) => ask(answers.progress, "Progress", request),
    page: (request: page.PageRequest) => ask(news.stamped, "Page", request),
    set: (request: page.SetRequest & is.Shown) => ask(news.edited, "Set", request),
    add: (request: page.AddRequest) => ask(answers.view, "Add", request),
    remove: (request: page.RemoveRequest) => ask(answers.view, "Remove", request),
    vouch: (request: page.EvidenceRequest) => ask(answers.view, "Vouch", request),
    why: (request: page.WhyRequest) => ask(pageAnswers.why, "Why", request),
    ...guideCalls(ask),
    ...workshopCalls(ask),
    ready: () => ask(nothing, "Ready"),
    /** For calls that are fetched with the page they belong to. */
    ask,
  };
}
