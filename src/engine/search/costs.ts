/**
 * Constants of cost of the search: each trades one kind of work for another, and none changes an answer. Benchmark
 * steps are those of `npm run bench`.
 */

/** Rows whose URLs are indexed per step. Larger steps block the worker longer ("text index, one slice"). */
export const URL_ROWS_PER_STEP = 1 << 11

/** Documents that are split into tokens per step ("text index, one slice"). */
export const DOCUMENTS_PER_STEP = 1 << 8

/** Tokens that are put into posting lists per step while a segment is built ("text index, one slice"). */
export const TOKENS_PER_STEP = 1 << 17

/**
 * A segment with this many tokens accepts no more documents. Larger segments make searches cheaper ("search, a
 * keystroke"), but their layout, which is one step, longer ("text index, one slice").
 */
export const MAX_SEGMENT_TOKENS = 1 << 21

/**
 * Unfolded pieces of text whose tokens are remembered. Folding is what indexing mostly takes ("text index"); the cache
 * is emptied when it is full, as one map that grows without end stalls whenever it is resized.
 */
export const TOKEN_CACHE_SIZE = 1 << 16

/**
 * Testing whether a row has one of several dictionary entries costs as much as reading this many rows from posting
 * lists ("search, a keystroke").
 */
export const ROW_TEST_COST = 3

/**
 * Posting lists that together are shorter than 1 / SHORT_LIST_SHARE of the rows are read without counting the rows
 * that are not matched yet: the count would cost more than the lists ("search, a keystroke").
 */
export const SHORT_LIST_SHARE = 16
