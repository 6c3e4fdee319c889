/** A file of WebAssembly, which the bundler puts into the script. */
declare const bytes: Uint8Array<ArrayBuffer>;
export default bytes;
