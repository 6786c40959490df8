/** The WebAssembly of an AssemblyScript file (build/asc.ts). */
declare module '*?asc' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
