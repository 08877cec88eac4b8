import * as answers from "./answers";
import { Refused } from "./check";
import type { Fault } from "./contract";

/**
 * DeskFault is the only error the page knows: whatever went wrong behind the door.
 * Where the program itself could not say it in words the sentence is empty, and the
 * code names the page's own words for it (page.fault.<code>).
 */
export class DeskFault extends Error {
  override name = "DeskFault";
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.sentence === "" ? fault.code : fault.sentence);
    this.fault = fault;
  }
}

export function own(code: "silent" | "unreadable" | "refused", place = ""): DeskFault {
  return new DeskFault({ code, sentence: "", remedy: "", place });
}

/** Reads any rejection: the program's JSON text, an Error that carries it, or neither. */
export function asFault(reason: unknown): DeskFault {
  if (reason instanceof DeskFault) return reason;
  if (reason instanceof Refused) return own("unreadable", reason.place);
  const said = reason instanceof Error ? reason.message : reason;
  try {
    const read: unknown = typeof said === "string" ? JSON.parse(said) : said;
    return new DeskFault(answers.fault(read, "fault"));
  } catch {
    return own("unreadable", typeof said === "string" ? said : "");
  }
}
