import type { Own } from "../shared/contenders.ts";
import { goalsOf } from "./goals.ts";
import type { Figures } from "./measure.ts";
import { TITLES, type RacerId } from "./racers.ts";
import { median, textOf, type Sample } from "./sample.ts";

/** The section of docs/performance.md, in Markdown. */
export function reportOf(all: readonly Figures[]): string {
  return [
    `${all.map(({ browser, version }) => `${browser} ${version}`).join(", ")}. Medians, with least to greatest.`,
    ...all.filter(({ browser }) => browser === "Chromium").map(goalsTable),
    "Million tries a second, by one worker or thread where nothing else is said:",
    ratesTable(all),
    "Milliseconds from `new Worker` to 2^18 tries by one worker, each time in a browser that has never run before:",
    coldStartsTable(all),
    ...all.flatMap(failuresOf),
  ].join("\n\n");
}

function goalsTable(figures: Figures): string {
  return table(
    [`${figures.browser}, round by round`, "measured", "wanted", "met"],
    goalsOf(figures).map(({ what, measured, wanted, met }) => [what, measured, wanted, met ? "yes" : "**no**"]),
  );
}

/** The fastest first, as the first browser has them: it runs them all. */
function ratesTable(all: readonly Figures[]): string {
  const order = (all[0]?.races ?? []).toSorted((a, b) => median(b.rates) - median(a.rates)).map(({ racer }) => racer);
  const ratesOf = ({ races }: Figures, id: RacerId): Sample => races.find(({ racer }) => racer.id === id)?.rates ?? [];
  return table(
    ["", ...all.map(({ browser }) => browser)],
    order.map(({ id, title }) => [title, ...all.map((figures) => textOf(ratesOf(figures, id), 2))]),
  );
}

function coldStartsTable(all: readonly Figures[]): string {
  const row = (own: Own): readonly string[] => [
    TITLES[own],
    ...all.map(({ coldStarts }) => textOf(coldStarts.get(own) ?? [], 0)),
  ];
  return table(["", ...all.map(({ browser }) => browser)], [row("simd"), row("javascript")]);
}

function failuresOf({ browser, races }: Figures): readonly string[] {
  return races
    .filter(({ failure }) => failure !== "")
    .map(({ racer, failure }) => `In ${browser} this does not run: ${racer.title} (${failure}).`);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = heads.map((_, column) => (column === 0 ? "---" : "---:"));
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
