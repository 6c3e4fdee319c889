// What the tests call. Each function tells by a promise what a script of an application would see.
"use strict";

const BODIES = {
  text: () => "grüße & so",
  params: () => new URLSearchParams({ a: "ü", b: "1 2" }),
  buffer: () => Uint8Array.from({ length: 256 }, (_, i) => i).buffer,
  view: () => Uint8Array.from({ length: 300 }, (_, i) => i).subarray(10, 270),
  blob: () => new Blob([Uint8Array.from({ length: 70000 }, (_, i) => i * 7)], { type: "application/x-test" }),
  none: () => null,
};

function form() {
  const data = new FormData();
  data.append("word", "grüße");
  data.append("file", new File([Uint8Array.from({ length: 256 }, (_, i) => i)], "ä.bin", { type: "image/x-test" }));
  data.append("word", "again");
  return data;
}

/** A multipart body without its boundary, which is drawn at random. */
const withoutBoundary = (echo) => {
  const [, boundary] = /boundary=(.+)/.exec(echo.type) || [];
  return boundary
    ? { ...echo, type: "multipart", body: btoa(atob(echo.body).split(boundary).join("B")) }
    : echo;
};

async function byFetch(base, name) {
  const body = name === "form" ? form() : BODIES[name]();
  const url = `${base}${name}`;
  const init = { method: body === null ? "GET" : "POST", body, headers: { "X-Test": "kept" } };
  const input = name === "view" ? [new Request(url, init)] : [url, init];
  const response = await fetch(...input);
  if (name === "form") {
    body.append("late", "not sent");
  }
  return withoutBoundary(await response.json());
}

/** Sends by XMLHttpRequest; tells the answer and all events with the state in which they were heard. */
function byXhr(base, name, change = () => undefined) {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    const events = [];
    const hear = ({ type, target }) => {
      // How many there are of progress, and whether the last one is heard in state 3 or 4, is the network's and the browser's business.
      const state = type === "progress" ? "" : ` ${xhr.readyState}`;
      const line = `${target === xhr ? "" : "upload "}${type}${state}`;
      if (!(type === "progress" || line === "readystatechange 3") || !events.includes(line)) {
        events.push(line);
      }
    };
    const types = ["loadstart", "progress", "load", "error", "timeout", "abort", "loadend"];
    xhr.onreadystatechange = hear;
    types.forEach((type) => xhr.addEventListener(type, hear));
    xhr.addEventListener("loadend", () => {
      const json = xhr.responseType === "" || xhr.responseType === "text" ? xhr.responseText : undefined;
      resolve({ events, status: xhr.status, echo: json && withoutBoundary(JSON.parse(json)), response: xhr.response });
    });
    const body = name === "form" ? form() : BODIES[name]();
    xhr.open(body === null ? "GET" : "POST", `${base}${name}`);
    types.forEach((type) => xhr.upload.addEventListener(type, hear));
    xhr.setRequestHeader("X-Test", "kept");
    change(xhr);
    xhr.send(body);
    if (name === "form") {
      body.append("late", "not sent");
    }
  });
}

/** How a promise ended. */
const outcome = (promise) =>
  promise.then(
    (value) => `value ${value}`,
    (error) => `error ${error && error.name}`,
  );

/** All kinds of bodies one after another, by a way to send. */
async function each(send, base) {
  const all = {};
  for (const name of [...Object.keys(BODIES), "form"]) {
    all[name] = await send(base, name);
    // The text of what is compared as an object.
    delete all[name].response;
  }
  return all;
}
