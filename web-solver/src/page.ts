// Placeholder: the page's entry.
document.documentElement.dataset["stile"] = "page";
