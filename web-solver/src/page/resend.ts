// The entry of resend.js, which only those pages have that answer a POST. It runs before page.js, which has to know before any
// work whether what was sent can be sent again.
import { readBody, type SentBody } from "./entries";
import { SENT_FORM, type SentForm } from "./sent-form";
import type { View } from "./view";

const kept = document.getElementById("form");
const large = document.getElementById("stile")?.dataset["form"] === "large";
const form = (kept instanceof HTMLTemplateElement && keep(kept)) || notKept(large ? "large" : "unkept");
Object.assign(window, { [SENT_FORM]: form });

/** The visitor has to send it again. */
function notKept(notice: "large" | "unkept"): SentForm {
  let arrived = false;
  const say = (view: View): void => {
    view.say(arrived ? "checked" : notice);
    view.offer(arrived ? "back" : "start");
  };
  return {
    notice,
    arrive(view) {
      arrived = true;
      say(view);
    },
    comeBack: say,
  };
}

function keep({ dataset, content }: HTMLTemplateElement): SentForm | undefined {
  try {
    const base64 = content.textContent ?? "";
    // Where the connection ended too early, browsers run the scripts of what has come: half a form is never sent.
    const whole = base64.length === Number(dataset["length"]);
    const body = whole ? readBody(dataset["type"] ?? "", atob(base64)) : undefined;
    // Without storage nothing remembers that it was sent: a browser that drops the pass would send it round for ever.
    return body !== undefined && "FormDataEvent" in window && sessionStorage ? sendable(body) : undefined;
  } catch {
    // A browser without File or TextDecoder, storage that is forbidden, or a body that is no base64.
    return undefined;
  }
}

/** The page sends it again. */
function sendable(body: SentBody): SentForm {
  let sent = false;
  const from = document.referrer.startsWith(`${location.origin}/`) ? document.referrer : undefined;
  return {
    notice: undefined,
    arrive(view) {
      // Said for as long as the page stands: a large upload takes its time, and where a download came there is no more to say.
      view.sayUnlessBrief("sending");
      if (!sent) {
        sent = true;
        submit(body, from);
      }
    },
    comeBack(view) {
      if (!sent) {
        // Not by itself: who left the page may have changed their mind.
        view.say("failed.expired");
        view.offer("retry");
      } else if (from === undefined) {
        view.say("sent");
      } else {
        location.replace(from);
      }
    },
  };
}

/**
 * Sends a form to this page's own URL. All browsers add an entry to the history for its answer, and leave this page's before
 * it, which holds the form as well: Back would ask whether to send it a second time (Chromium, Firefox) or show this page again
 * (WebKit). So this page's entry first becomes one of the page that the form was on. Back then gets that page: in Chromium and
 * Firefox by itself, in WebKit, which shows this page under the other URL and would still send the form to it at a reload, because
 * the page opens it as it comes back. The Referer is right too. Where the form's page is not known, Back asks for this URL by GET.
 */
function submit({ type, entries }: SentBody, from: string | undefined): void {
  const form = document.createElement("form");
  form.method = "post";
  form.enctype = type;
  form.acceptCharset = "windows-1252";
  form.action = location.href;
  // Here and not as inputs: those cannot hold files, and would change line ends. A form without any has its own `submit`.
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of entries) {
      if (typeof value === "string") {
        formData.append(name, value);
      } else {
        formData.append(name, value);
      }
    }
  });
  document.body.append(form);
  history.replaceState(null, "", from ?? location.href);
  form.submit();
}
