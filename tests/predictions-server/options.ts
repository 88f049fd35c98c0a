/** How runs end. */
export type Outcome =
  | 'picture'
  | 'list'
  | 'object'
  | 'data-url'
  | 'nothing'
  | 'failed'
  | 'timeout'
  /** Runs until it is cancelled. */
  | 'endless';

/** How the server answers. */
export type Manner =
  | 'well'
  /** Every answer is a web page. */
  | 'html'
  /** The first request for a run is obeyed, and its connection cut before the answer. */
  | 'lost-answer'
  /** Every answer takes its time. */
  | 'slow';

export type Timing = { startMs: number; runMs: number };

export type PredictionsServerOptions = {
  apiKey?: string;
  outcome?: Outcome;
  manner?: Manner;
  timing?: Timing;
  /** Whether the list of predictions is kept, with or without inputs. */
  list?: 'full' | 'without-inputs' | 'none';
  /** Where `urls.get` and `urls.cancel` lead. */
  links?: 'standard' | 'own-path' | 'foreign' | 'none';
  megapixels?: number;
};
