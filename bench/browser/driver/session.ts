import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer, Command } from "../shared/commands.ts";
import type { Browser } from "./browsers.ts";
import type { ServedFile } from "./files.ts";

/** A page in a fresh browser that does what it is told. While it is told nothing it rests. */
export interface Session {
  /** The figures that a command gives. */
  ask(command: Command): Promise<readonly number[]>;
}

/** What a server hands out, by path. */
export type Files = ReadonlyMap<string, ServedFile>;

const START_MS = 30_000;
// A thousand solves take a minute, everything else a few seconds.
const ANSWER_MS = 150_000;

/** Opens the page in a fresh browser, from a server of its own on 127.0.0.1, and ends both when the work is done. */
export async function inSession<T>(browser: Browser, files: Files, work: (session: Session) => Promise<T>): Promise<T> {
  // The page asks for a command by a request that stays open until there is one, and answers it before it asks again.
  let asked = Promise.withResolvers<ServerResponse>();
  let answered = Promise.withResolvers<Answer>();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === "/command") {
      asked.resolve(response);
    } else if (request.url === "/answer") {
      const answer = JSON.parse(Buffer.concat(await request.toArray()).toString()) as Answer;
      asked = Promise.withResolvers();
      response.end();
      answered.resolve(answer);
    } else {
      serveFile(files.get(request.url ?? ""), response);
    }
  }

  async function ask(command: Command): Promise<readonly number[]> {
    const response = await within(START_MS, asked.promise, "its page asks for nothing");
    answered = Promise.withResolvers();
    response.end(JSON.stringify(command));
    const answer = await within(ANSWER_MS, answered.promise, "its page does not answer");
    if (!answer.ok) {
      throw new Error(answer.reason);
    }
    return answer.figures;
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const end = browser.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  try {
    await within(START_MS, asked.promise, `${browser.name} does not start`);
    return await work({ ask });
  } finally {
    await end();
    server.closeAllConnections();
    server.close();
  }
}

function serveFile(file: ServedFile | undefined, response: ServerResponse): void {
  if (file === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "Content-Type": file.type, "Content-Security-Policy": file.policy });
  response.end(file.body);
}

async function within<T>(milliseconds: number, promise: Promise<T>, otherwise: string): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(otherwise)), milliseconds);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
