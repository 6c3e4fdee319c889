// Measures the solver in each browser that is installed here, one after the other, and writes the report, in Markdown, to a file.
//
// usage: node driver/main.ts FILE [--quick]
//   --quick   one round of everything, to see whether it works
import { writeFileSync } from "node:fs";
import { installedBrowsers } from "./browsers.ts";
import { bundle } from "./files.ts";
import { measure, type Figures, type Plan } from "./measure.ts";
import { reportOf } from "./report.ts";

const FULL: Plan = { rounds: 5, coldStarts: 5, solves: 1000 };
const QUICK: Plan = { rounds: 1, coldStarts: 1, solves: 20 };
const MOST_MS = 12 * 60_000;

const [file, option] = process.argv.slice(2);
if (file === undefined) {
  throw new Error("usage: node driver/main.ts FILE [--quick]");
}

// Browsers end with this process, however it ends.
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => process.exit(1));
}
setTimeout(() => {
  console.error("bench: it takes too long");
  process.exit(1);
}, MOST_MS).unref();

const browsers = installedBrowsers();
if (browsers.length === 0) {
  throw new Error("no browser is installed: bin/setup test brings them");
}
const files = await bundle();
const figures: Figures[] = [];
for (const browser of browsers) {
  figures.push(await measure(browser, files, option === "--quick" ? QUICK : FULL));
}
writeFileSync(file, `${reportOf(figures)}\n`);
