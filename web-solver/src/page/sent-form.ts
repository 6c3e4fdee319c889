import type { View } from "./view";

/** What the visitor sent, and what the page does about it instead of loading itself again. */
export interface SentForm {
  /** To be said before any work, which then waits for the visitor; undefined if it can be sent again and the work can start. */
  readonly notice: "large" | "unkept" | undefined;
  /** The pass is there. */
  arrive(view: View): void;
  /** The visitor comes back to the page that they left: what was sent again is never sent once more. */
  comeBack(view: View): void;
}

/** The property of `window` where resend.js puts the {@link SentForm}. Pages that answer a GET load no such script. */
export const SENT_FORM = "stileForm";
