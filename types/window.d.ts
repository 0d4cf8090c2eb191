// What scripts find in a page that none of ours has made.

interface Window {
  /** Material for MkDocs, where pages are exchanged without being loaded, calls these whenever one is shown. */
  document$?: { subscribe(start: () => void): void };
  /** What benchmarks/probe.js has seen, for the program that measures. */
  seenBySearch: { opened: number | null; keyed: number | null; changes: { at: number; results: number }[] };
}

/** The selector of results, which the program that measures writes into benchmarks/probe.js. */
declare const RESULTS: string;
