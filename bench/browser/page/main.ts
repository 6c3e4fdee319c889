// The page that the driver opens in a browser: it asks for commands, one after the other, and does them until it is closed.
import type { Answer, Command } from "../shared/commands";
import { coldStart } from "./cold";
import { rateOf } from "./rate";
import { solves } from "./solves";

function figuresOf(command: Command): Promise<readonly number[]> {
  switch (command.kind) {
    case "rate":
      return rateOf(command.contender, command.workers).then((rate) => [rate]);
    case "cold":
      return coldStart(command.contender).then((milliseconds) => [milliseconds]);
    case "solves":
      return solves(command.count, command.workers);
  }
}

async function answerTo(command: Command): Promise<Answer> {
  try {
    return { ok: true, figures: await figuresOf(command) };
  } catch (error) {
    return { ok: false, reason: String(error) };
  }
}

async function obey(): Promise<never> {
  for (;;) {
    // The driver answers as soon as it has a command: until then this page, and its browser, rest.
    const command = (await (await fetch("command")).json()) as Command;
    await fetch("answer", { method: "POST", body: JSON.stringify(await answerTo(command)) });
  }
}

obey().catch((error: unknown) => document.body.append(String(error)));
