// The same search as ours: the preimage of PROTOCOL §3, two blocks of SHA-256.
import { competeWithHashWasm } from "./hash-wasm-loop";

competeWithHashWasm(119);
