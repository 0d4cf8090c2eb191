// Globals that our scripts use but do not define.

interface Window {
  /** With instant loading, Material for MkDocs calls subscribers for each new page. */
  document$?: { subscribe(start: () => void): void };
  /** The record of benchmarks/probe.js, for the benchmarks. */
  seenBySearch: { opened: number | null; keyed: number | null; changes: { at: number; results: number }[] };
}

/** The selector of results, which the benchmarks write into benchmarks/probe.js. */
declare const RESULTS: string;
