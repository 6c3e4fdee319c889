import { ask, type Refusal, type Unreachable } from "./http";

/** What became of a proof. */
export type Redeemed = { readonly kind: "granted" } | Refusal | Unreachable;

/** Redeems a proof (PROTOCOL §8). The pass is a cookie that no script sees, so success is all that there is to tell. */
export async function redeem(path: string, proof: string): Promise<Redeemed> {
  const answer = await ask(path, { method: "POST", headers: { "Stile-Proof": proof } });
  if (answer.kind !== "ok") {
    return answer;
  }
  return answer.verdict === "grant" ? { kind: "granted" } : { kind: "unreachable" };
}
