import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { KINDS, type BrowserName, type Kind } from "./kinds.ts";

/** A browser that is installed here. */
export interface Browser {
  readonly name: BrowserName;
  readonly version: string;
  /** Opens an address in a browser that has never run before; the returned function ends it. */
  open(url: string): () => Promise<void>;
}

/** How long a browser may take to end by itself. */
const END_MS = 3000;

// A browser leads a process group of its own, which Ctrl-C does not reach.
const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((leader) => signal(leader, "SIGKILL")));

/** The browsers that are installed here. */
export function installedBrowsers(): readonly Browser[] {
  return KINDS.flatMap((kind) => {
    const program = kind.programs.map(find).find((path) => path !== undefined);
    const [wrapper] = kind.wrapper;
    return program === undefined || (wrapper !== undefined && find(wrapper) === undefined)
      ? []
      : [browserOf(kind, program)];
  });
}

function browserOf(kind: Kind, program: string): Browser {
  const [command = program, ...before] = [...kind.wrapper, program];
  const says = execFileSync(command, [...before, "--version"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return {
    name: kind.name,
    version: /\d[\d.]*\w*/.exec(says)?.[0] ?? "of unknown version",
    open(url) {
      const profile = mkdtempSync(join(tmpdir(), "stile-bench-"));
      const leader = spawn(command, [...before, ...kind.options(profile), url], {
        stdio: "ignore",
        detached: true,
        env: environmentOf(profile),
      });
      running.add(leader);
      return () => end(leader, profile);
    },
  };
}

/** Whatever a browser keeps outside its profile goes there too. */
function environmentOf(profile: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOME: profile,
    TMPDIR: profile,
    XDG_CACHE_HOME: join(profile, "cache"),
    XDG_CONFIG_HOME: join(profile, "config"),
    XDG_DATA_HOME: join(profile, "data"),
    MOZ_CRASHREPORTER_DISABLE: "1",
  };
}

/** Ends a browser with all its processes, and forgets its profile. */
async function end(leader: ChildProcess, profile: string): Promise<void> {
  if (leader.exitCode === null && leader.signalCode === null) {
    const ended = new Promise((resolve) => leader.once("exit", resolve));
    const timer = setTimeout(() => signal(leader, "SIGKILL"), END_MS);
    signal(leader, "SIGTERM");
    await ended;
    clearTimeout(timer);
  }
  signal(leader, "SIGKILL"); // what the leader left behind
  running.delete(leader);
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

function signal(leader: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (leader.pid !== undefined) {
      process.kill(-leader.pid, name);
    }
  } catch {
    // The group has ended already.
  }
}

/** The path of a program, or undefined where there is none. */
function find(program: string): string | undefined {
  const folders = program.startsWith("/") ? [""] : (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}
