import { isOurs, nativeFetch, send } from "./core";
import { wrapXhr } from "./xhr";

let installed = false;

/** See client.d.ts. */
export function install(): void {
  if (!installed) {
    installed = true;
    window.fetch = async (input, init) =>
      isOurs((input as Request).url || (input as string)) ? send(new Request(input, init)) : nativeFetch(input, init);
    window.XMLHttpRequest = wrapXhr(XMLHttpRequest);
  }
}
