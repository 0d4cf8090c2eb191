// The parts of Pagefind that our search uses. It comes without types: https://pagefind.app/docs/api/

/** The number of results by filter and value. */
export type Counts = Record<string, Record<string, number>>;

/** Filters for results: a value by the name of its filter, or any of several. */
export type Filters = Record<string, string | { any: string[] }>;

/** A page in the results, with the positions of the matches in its content, counted in words. */
export interface Page {
  url: string;
  content: string;
  meta: Record<string, string>;
  weighted_locations: { location: number; balanced_score: number }[];
}

export interface Result {
  id: string;
  score: number;
  data(): Promise<Page>;
}

export interface Answer {
  results: Result[];
  filters: Counts;
  totalFilters: Counts;
}

export interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Counts>;
  preload(text: string): Promise<void>;
  search(text: string | null, options?: { filters: Filters }): Promise<Answer>;
  destroy(): Promise<void>;
}
