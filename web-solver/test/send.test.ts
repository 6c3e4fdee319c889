import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Solver } from "../src/client/here";

const ORIGIN = "https://example.org";

/** A page that has one solver already, which notes what it is asked for, and a network that answers as it is told. */
async function pageWhere(answeredBy: string) {
  const solver = { seen: vi.fn(), sent: vi.fn(), admit: vi.fn(() => Promise.resolve(true)) };
  const network = vi.fn(() => {
    const answer = new Response("{}", { status: 429, headers: { "Stile-Verdict": "challenge" } });
    Object.defineProperty(answer, "url", { value: answeredBy });
    return Promise.resolve(answer);
  });
  vi.stubGlobal("fetch", network);
  vi.stubGlobal("window", { stileSolver: solver as unknown as Solver });
  vi.stubGlobal("document", {
    baseURI: `${ORIGIN}/page`,
    createElement: () => ({ remove: () => undefined }),
    head: { append: (script: { onload(): void }) => script.onload() },
  });
  vi.stubGlobal("origin", ORIGIN);
  vi.stubGlobal("SOLVER_FILE", "solver.js");
  const { cameFrom, send } = await import("../src/client/core");
  cameFrom(`${ORIGIN}/.stile/client.js`);
  return { send: () => send(new Request(`${ORIGIN}/data`)), solver, network };
}

describe("sending", () => {
  beforeEach(() => vi.resetModules());
  afterEach(() => vi.unstubAllGlobals());

  test("refusal_of_this_origin_is_solved_and_the_request_repeated", async () => {
    const page = await pageWhere(`${ORIGIN}/data`);
    expect((await page.send()).status).toBe(429);
    expect(page.solver.admit).toHaveBeenCalledTimes(2);
    expect(page.solver.seen).toHaveBeenCalledTimes(3);
    expect(page.network).toHaveBeenCalledTimes(3);
  });

  // It would choose the work, and the path of this origin that the proof is posted to.
  test("refusal_that_a_redirect_brought_from_another_origin_is_nobodys_word", async () => {
    const page = await pageWhere("https://evil.example/data");
    expect((await page.send()).status).toBe(429);
    expect(page.solver.admit).not.toHaveBeenCalled();
    expect(page.solver.seen).not.toHaveBeenCalled();
    expect(page.network).toHaveBeenCalledTimes(1);
  });

  test("element_with_the_id_of_the_solver_is_none", async () => {
    const page = await pageWhere(`${ORIGIN}/data`);
    // As browsers have it: elements are found by way of the prototype.
    vi.stubGlobal("window", Object.create({ stileSolver: { id: "stileSolver" } }));
    vi.resetModules();
    const { solverHere, inWindow } = await import("../src/client/core");
    expect(solverHere()).toBeUndefined();
    vi.stubGlobal("window", { stile: page });
    expect(inWindow("stile")).toBe(page);
  });
});
