import { afterEach, describe, expect, test, vi } from "vitest";
import { browserEnvironment } from "../src/pool/environment";

afterEach(() => vi.unstubAllGlobals());

describe("hasSimd", () => {
  test("engine_of_today_has_it", () => {
    expect(browserEnvironment.hasSimd()).toBe(true);
  });

  test.each([
    ["taken_away", undefined],
    ["hollow", {}],
    [
      "forbidden",
      {
        validate() {
          throw new Error("blocked");
        },
      },
    ],
    ["older", { validate: () => false }],
  ])("engine_whose_WebAssembly_is_%s_has_none", (_, webAssembly) => {
    vi.stubGlobal("self", globalThis);
    vi.stubGlobal("WebAssembly", webAssembly);
    expect(browserEnvironment.hasSimd()).toBe(false);
  });
});
