import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** How one kind of browser is found and started. */
export interface Kind {
  readonly name: BrowserName;
  /** Programs, of which the first one found is it. */
  readonly programs: readonly string[];
  /** What comes before the program. */
  readonly wrapper: readonly string[];
  /** The arguments that start it with this folder as its profile, before the address. */
  options(profile: string): readonly string[];
}

export type BrowserName = "Chromium" | "Firefox" | "WebKitGTK";

// What a browser does by itself in the background, and what needs a network, is off; nothing that changes how scripts run.
const CHROMIUM_OPTIONS = [
  "--headless=new",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-sync",
  "--disable-background-networking",
  "--disable-component-update",
];
const FIREFOX_OFF = [
  "app.normandy.enabled",
  "browser.aboutwelcome.enabled",
  "browser.safebrowsing.malware.enabled",
  "browser.safebrowsing.phishing.enabled",
  "browser.shell.checkDefaultBrowser",
  "datareporting.policy.dataSubmissionEnabled",
  "extensions.update.enabled",
  "network.captive-portal-service.enabled",
  "network.connectivity-service.enabled",
  "toolkit.telemetry.enabled",
];
const WEBKIT_FOLDERS = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec"];

export const KINDS: readonly Kind[] = [
  {
    name: "Chromium",
    programs: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    wrapper: [],
    options(profile) {
      // Chromium refuses to start its sandbox as root.
      const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
      return [...CHROMIUM_OPTIONS, ...sandbox, `--user-data-dir=${profile}`];
    },
  },
  {
    name: "Firefox",
    programs: ["firefox-esr", "firefox"],
    wrapper: [],
    options(profile) {
      writeFileSync(join(profile, "user.js"), FIREFOX_OFF.map((name) => `user_pref("${name}", false);\n`).join(""));
      return ["--headless", "--no-remote", "--profile", profile];
    },
  },
  {
    name: "WebKitGTK",
    programs: WEBKIT_FOLDERS.flatMap((folder) =>
      ["4.1", "4.0"].map((api) => `${folder}/webkit2gtk-${api}/MiniBrowser`),
    ),
    // It has no mode without a window.
    wrapper: ["xvfb-run", "-a"],
    options: () => ["--private"],
  },
];
