import { install, keep, ready, renew } from "/.stile/client.mjs";

install();
install();
window.stile = { keep, ready, renew };
