/** Wrangler ([[rules]] CompiledWasm) and the test pool both hand over a compiled module. */
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}
