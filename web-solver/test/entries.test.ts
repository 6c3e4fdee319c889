import { describe, expect, test } from "vitest";
import { readBody } from "../src/page/entries";

const URLENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=----b";

/** One part as browsers write it. */
const part = (head: string, content: string): string =>
  `------b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
const END = "------b--\r\n";
const FILE = "\r\nContent-Type: application/octet-stream";

describe("urlencoded", () => {
  test.each([
    ["nothing", "", []],
    ["order_and_duplicates", "b=1&a=2&b=3", ["b=1", "a=2", "b=3"]],
    ["spaces_and_plus", "a+b=c+d%2Be", ["a b=c d+e"]],
    ["empty_names_and_values", "=&a=", ["=", "a="]],
    [
      "names_that_forms_have",
      "submit=1&action=2&_charset_=UTF-8&method=3",
      ["submit=1", "action=2", "_charset_=UTF-8", "method=3"],
    ],
    ["line_ends", "a=1%0D%0A2", ["a=1\r\n2"]],
    ["separators_in_values", "a=%26%3D%25", ["a=&=%"]],
    ["bytes_of_utf_8", "a=%C3%A9", ["a=\u00c3\u00a9"]],
  ])("%s", (_, body, entries) => {
    const read = readBody(URLENCODED, body);
    expect(read?.type).toBe(URLENCODED);
    expect(read?.entries.map(([name, value]) => `${name}=${value as string}`)).toEqual(entries);
  });

  test.each(["a", "a=1&", "&a=1", "a=1&&b=2", "a=1=2"])("%s_is_no_browsers", (body) => {
    expect(readBody(URLENCODED, body)).toBeUndefined();
  });

  test("each_byte_has_a_character_of_its_own", () => {
    const body = Array.from({ length: 256 }, (_, byte) => `a=%${byte.toString(16).padStart(2, "0")}`).join("&");
    const characters = readBody(URLENCODED, body)?.entries.map(([, value]) => value);
    expect(new Set(characters).size).toBe(256);
  });
});

describe("multipart", () => {
  test("fields_and_files_keep_their_order_and_names_and_types", async () => {
    const body =
      part('name="a"', "1") +
      part('name="f"; filename="x%22y.png"\r\nContent-Type: image/png', "\x89PNG\r\n\x1a\n\x00\xff") +
      part('name="a"', "2\r\n--not the end\r\n") +
      END;
    const [first, file, last] = readBody(MULTIPART, body)?.entries ?? [];
    expect([first, last]).toEqual([
      ["a", "1"],
      ["a", "2\r\n--not the end\r\n"],
    ]);
    const [name, content] = file ?? [];
    expect([name, (content as File).name, (content as File).type]).toEqual(["f", "x%22y.png", "image/png"]);
    const bytes = new Uint8Array(await (content as File).arrayBuffer());
    expect([...bytes]).toEqual([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 255]);
  });

  test("no_file_chosen_is_an_empty_one_without_a_name", () => {
    const [entry] = readBody(MULTIPART, part(`name="f"; filename=""${FILE}`, "") + END)?.entries ?? [];
    const file = entry?.[1] as File;
    expect([file.name, file.size, file.type]).toEqual(["", 0, "application/octet-stream"]);
  });

  test("no_field_at_all_is_an_empty_form", () => {
    expect(readBody(MULTIPART, END)?.entries).toEqual([]);
  });

  test.each([
    ["a_body_without_an_end", part('name="a"', "1")],
    ["something_before_the_first_part", `x\r\n${part('name="a"', "1")}${END}`],
    ["something_after_the_end", `${part('name="a"', "1")}${END}x`],
    ["a_part_without_a_name", part('filename="a"', "1") + END],
    ["a_file_without_a_type", part('name="f"; filename="a"', "1") + END],
    ["another_header", part('name="a"\r\nContent-Transfer-Encoding: binary', "1") + END],
    ["nothing", ""],
  ])("%s_is_no_browsers", (_, body) => {
    expect(readBody(MULTIPART, body)).toBeUndefined();
  });

  test("no_boundary_is_no_browsers", () => {
    expect(readBody("multipart/form-data", END)).toBeUndefined();
  });
});

describe("text/plain", () => {
  test("all_fields_are_one_that_makes_the_same_bytes", () => {
    expect(readBody("text/plain", "a=1\r\nb=2=3\r\n")).toEqual({
      type: "text/plain",
      entries: [["a", "1\r\nb=2=3"]],
    });
    expect(readBody("text/plain", "")?.entries).toEqual([]);
  });

  test.each(["a\r\n", "a=1"])("%o_is_no_browsers", (body) => {
    expect(readBody("text/plain", body)).toBeUndefined();
  });
});

test("type_is_read_without_its_parameters_and_in_any_case", () => {
  expect(readBody("Application/X-WWW-Form-Urlencoded; charset=UTF-8", "a=1")?.type).toBe(URLENCODED);
  expect(readBody("application/json", "{}")).toBeUndefined();
  expect(readBody("", "a=1")).toBeUndefined();
});
