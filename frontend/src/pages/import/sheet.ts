/** What a reader hands over: a file, a block copied from a sheet, or the window's own dialog. */
export type Sheet = { kind: "file"; file: File } | { kind: "paste"; text: string } | { kind: "dialog" };

/** Whether what was copied is a table rather than a sentence: cells in more than one row and column. */
export function looksLikeTable(html: string, text: string): boolean {
  if (/<table[\s>]/i.test(html) && (html.match(/<t[dh][\s>]/gi)?.length ?? 0) > 3) return true;
  const lines = text.split(/\r?\n/).filter((line) => line.includes("\t"));
  return lines.length > 1;
}

/** The block as the program reads it best: a sheet's own table, or its text. */
export function blockOf(data: DataTransfer | null): { html: string; text: string; best: string } {
  const html = data?.getData("text/html") ?? "";
  const text = data?.getData("text/plain") ?? "";
  return { html, text, best: /<table[\s>]/i.test(html) ? html : text };
}

export async function base64Of(file: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = typeof reader.result === "string" ? reader.result : "";
      done(address.slice(address.indexOf(",") + 1));
    };
    reader.onerror = () => {
      failed(reader.error ?? new Error("unread"));
    };
    reader.readAsDataURL(file);
  });
}
