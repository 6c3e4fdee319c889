/** One field of a form: its name and its value or file. */
export type Entry = readonly [string, string | File];

/** The types that a browser sends forms in. */
export type FormType = "application/x-www-form-urlencoded" | "multipart/form-data" | "text/plain";

/** A form as it was sent. */
export interface SentBody {
  readonly type: FormType;
  /** In the order of the form. Text is decoded as windows-1252, whatever it was: sent again in that charset it makes the same bytes. */
  readonly entries: readonly Entry[];
}

/**
 * Reads the body of a form that a browser sent.
 *
 * @param contentType - the header's value
 * @param body - a character for each byte
 * @returns undefined unless it has the very form that browsers give it (HTML Living Standard, "Form submission"): sending it
 *   again would make other bytes
 */
export function readBody(contentType: string, body: string): SentBody | undefined {
  const [essence = ""] = contentType.toLowerCase().split(";");
  const type = essence.trim();
  switch (type) {
    case "application/x-www-form-urlencoded":
      return entriesOf(type, body === "" ? [] : body.split("&").map(readPair));
    case "multipart/form-data":
      return entriesOf(type, readParts(/boundary="?([^";]+)"?/i.exec(contentType)?.[1], body));
    case "text/plain":
      return entriesOf(type, body === "" ? [] : [readLines(body)]);
    default:
      return undefined;
  }
}

function entriesOf(type: FormType, read: readonly (Entry | undefined)[]): SentBody | undefined {
  const entries = read.filter((entry): entry is Entry => entry !== undefined);
  return entries.length === read.length ? { type, entries } : undefined;
}

function readPair(pair: string): Entry | undefined {
  const [, name, value] = /^([^=]*)=([^=]*)$/.exec(pair) ?? [];
  return name === undefined || value === undefined
    ? undefined
    : [textOf(unescapePercent(name)), textOf(unescapePercent(value))];
}

// Not decodeURIComponent: the bytes need not be UTF-8.
function unescapePercent(text: string): string {
  return text
    .replace(/\+/g, " ")
    .replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

// Where one field ends and the next begins nobody can tell: each may hold line ends and `=`. As one they make the same bytes.
function readLines(body: string): Entry | undefined {
  const [, name, value] = /^([^=]*)=([^]*)\r\n$/.exec(body) ?? [];
  return name === undefined || value === undefined ? undefined : [textOf(name), textOf(value)];
}

function readParts(boundary: string | undefined, body: string): readonly (Entry | undefined)[] {
  const [before, ...parts] = `\r\n${body}`.split(`\r\n--${boundary}`);
  const after = parts.pop();
  return boundary !== undefined && before === "" && after?.trim() === "--" ? parts.map(readPart) : [undefined];
}

// Browsers escape quotation marks and line ends in names, and nothing else: what is escaped stays so when it is sent again.
const PART =
  /^\r\nContent-Disposition: form-data; name="([^"\r\n]*)"(?:; filename="([^"\r\n]*)"\r\nContent-Type: ([^\r\n]+))?\r\n\r\n([^]*)$/i;

function readPart(part: string): Entry | undefined {
  const [, name, filename, type, content] = PART.exec(part) ?? [];
  if (name === undefined || content === undefined) {
    return undefined;
  }
  const value =
    filename === undefined ? textOf(content) : new File([bytesOf(content)], textOf(filename), { type: type ?? "" });
  return [textOf(name), value];
}

function textOf(binary: string): string {
  return new TextDecoder("windows-1252").decode(bytesOf(binary));
}

function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
