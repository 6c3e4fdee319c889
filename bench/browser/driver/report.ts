import type { Own } from "../shared/contenders.ts";
import { goalsOf } from "./goals.ts";
import type { Figures } from "./measure.ts";
import { TITLES, type RacerId } from "./racers.ts";
import { textOf } from "./sample.ts";

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

function ratesTable(all: readonly Figures[]): string {
  const titles = new Map(all.flatMap(({ races }) => races.map(({ id, title }): [RacerId, string] => [id, title])));
  return table(
    ["", ...all.map(({ browser }) => browser)],
    [...titles].map(([id, title]) => [
      title,
      ...all.map(({ races }) => textOf(races.find((race) => race.id === id)?.rates ?? [], 2)),
    ]),
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
    .map(({ title, failure }) => `In ${browser} this does not run: ${title} (${failure}).`);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = heads.map((_, column) => (column === 0 ? "---" : "---:"));
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
