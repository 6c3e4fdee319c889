// What a gate with one block of SHA-256 would hash: 36 bytes of salt and 4 that count.
import { competeWithHashWasm } from "./hash-wasm-loop";

competeWithHashWasm(40);
