// Placeholder: the worker's entry.
postMessage("ready");
