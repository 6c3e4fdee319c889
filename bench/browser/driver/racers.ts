import packageJson from "../package.json" with { type: "json" };
import { CONTENDERS, isOwn, type Contender } from "../shared/contenders.ts";
import type { BrowserName } from "./kinds.ts";
import { FOUR_LANES, nativeKernels, nativeRate } from "./native.ts";
import type { Session } from "./session.ts";

/** One thing whose rate is measured. */
export interface Racer {
  readonly id: RacerId;
  readonly title: string;
  /** Whether it is another's, which may not run everywhere: a finding, and no reason to stop. */
  readonly isPeer: boolean;
  /** Million tries a second. */
  rate(session: Session): Promise<number>;
}

/** A racer alone, or two of it at once. */
export type RacerId = Alone | `two ${Alone}`;

/** A contender, or a native kernel. */
export type Alone = Contender | `native ${string}`;

const VERSIONS = packageJson.devDependencies;

export const TITLES: Readonly<Record<Contender, string>> = {
  simd: "Stile, SIMD",
  javascript: "Stile, JavaScript",
  cap: `Cap: \`@cap.js/wasm\` ${VERSIONS["@cap.js/wasm"]}`,
  friendly: `Friendly Captcha: \`friendly-pow\` ${VERSIONS["friendly-pow"]}, BLAKE2b`,
  mcaptcha: `mCaptcha: \`@mcaptcha/pow-wasm\` ${VERSIONS["@mcaptcha/pow-wasm"]}`,
  "hash-wasm": `\`hash-wasm\` ${VERSIONS["hash-wasm"]} in a loop, over Stile's 119 bytes`,
  "hash-wasm-short": `\`hash-wasm\` ${VERSIONS["hash-wasm"]} in a loop, over 40 bytes`,
  "web-crypto": "WebCrypto, one awaited digest a try",
};

/** The kernel that our SIMD one is measured by. */
export const NATIVE: Alone = `native ${FOUR_LANES}`;

/**
 * All that runs in one round, in its order: what is compared is near to what it is compared with, for neighbours of this machine
 * come and go. Only Chromium runs two at once, and against native kernels that are no measure.
 */
export function racersIn(browser: BrowserName): readonly Racer[] {
  const kernels = nativeKernels();
  const measure = kernels.filter((kernel) => kernel === FOUR_LANES);
  const others = kernels.filter((kernel) => kernel !== FOUR_LANES);
  const two = [inBrowser("simd", 2), ...measure.map((kernel) => native(kernel, 2))];
  const alone = [inBrowser("simd", 1), ...measure.map((kernel) => native(kernel, 1))];
  const rest = CONTENDERS.filter((contender) => contender !== "simd").map((contender) => inBrowser(contender, 1));
  return browser === "Chromium"
    ? [...two, ...alone, ...rest, ...others.map((kernel) => native(kernel, 1))]
    : [...alone, ...rest];
}

function inBrowser(contender: Contender, workers: 1 | 2): Racer {
  return {
    id: workers === 1 ? contender : `two ${contender}`,
    title: workers === 1 ? TITLES[contender] : `${TITLES[contender]}, two at once`,
    isPeer: !isOwn(contender),
    async rate(session) {
      const [rate = Number.NaN] = await session.ask({ kind: "rate", contender, workers });
      return rate;
    },
  };
}

function native(kernel: string, threads: 1 | 2): Racer {
  const title = `Stile's search in C, \`${kernel}\``;
  return {
    id: threads === 1 ? `native ${kernel}` : `two native ${kernel}`,
    title: threads === 1 ? title : `${title}, two at once`,
    isPeer: false,
    rate: () => nativeRate(kernel, threads),
  };
}
