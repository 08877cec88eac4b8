import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** A workbook with its parts changed, as a spreadsheet would that saves an edit and nothing else. */
export function rewritten(file: Buffer, change: (name: string, text: string) => string): Buffer {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const locals: Buffer[] = [];
  const heads: Buffer[] = [];
  let at = file.readUInt32LE(end + 16);
  let written = 0;
  for (let n = file.readUInt16LE(end + 10); n > 0; n--) {
    const [packed, nameLength, extra, note, local] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)];
    const name = file.subarray(at + 46, at + 46 + nameLength);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const raw = file.subarray(from, from + packed);
    const was = file.readUInt16LE(at + 10) === 8 ? inflateRawSync(raw) : raw;
    const is = name.toString().endsWith(".xml") ? Buffer.from(change(name.toString(), was.toString("utf8"))) : was;
    const body = deflateRawSync(is);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(is), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(is.length, 18);
    common.writeUInt16LE(nameLength, 22);
    locals.push(Buffer.from([0x50, 0x4b, 3, 4]), common, name, body);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(written, 10);
    heads.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, rest, name);
    written += 30 + nameLength + body.length;
    at += 46 + nameLength + extra + note;
  }
  const tail = Buffer.from(file.subarray(end, end + 22));
  tail.writeUInt32LE(heads.reduce((sum, part) => sum + part.length, 0), 12);
  tail.writeUInt32LE(written, 16);
  tail.writeUInt16LE(0, 20);
  return Buffer.concat([...locals, ...heads, tail]);
}

/** The workbook with the price of the mail filter changed from 30 to 60. */
export function edited(file: Buffer): Buffer {
  return rewritten(file, (_, text) => text.replace(/(Mail filtering and authentication service[^<]*<\/t>(?:(?!<\/row>).)*?<c r="D\d+"[^>]*><v>)30(<\/v>)/s, (_all, before: string, after: string) => `${before}60${after}`));
}

/** The workbook with one formula overwritten. */
export function tampered(file: Buffer): Buffer {
  let done = false;
  return rewritten(file, (name, text) => {
    if (done || !/worksheets\/sheet(?:[4-9]|1\d)\.xml$/.test(name) || !text.includes("<f>SUM(")) return text;
    done = true;
    return text.replace("<f>SUM(", "<f>1+SUM(");
  });
}
