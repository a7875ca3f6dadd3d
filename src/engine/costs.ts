/**
 * Every constant that trades one cost for another, in one place. Each entry says what it trades, and names the step of
 * the benchmark (`npm run bench`, tests/bench/ours.ts) that shows a bad value. Limits that the layout of bits sets are
 * not here: they stand beside the layout and throw.
 */

// --- table/

/**
 * Ids whose row is remembered. Memory against a walk over the bytes of all ids (about 3 ms for a million rows) each
 * time an incident is looked up. No benchmark step opens incidents; a page shows at most some dozens at a time.
 */
export const REMEMBERED_IDS = 256

// --- filter/

/**
 * Fixed work of counting anew (setting the bit of every row, clearing and filling the counters), told as a number of
 * toggled rows that would take as long, divided by the rows of the table. A row delta that is longer than this plus
 * the rows to be counted anew is not worth applying. Too high: slow 'jump of the range'; too low: 'brush step' recounts.
 */
export const RECOUNT_OVERHEAD = 1 / 64

/**
 * The counts before a filter is set are kept (so that dropping it restores them) only when the filter leaves at most
 * this share of the rows. Copying all counts on the way in ('toggle of a rare actor', even steps) against counting
 * anew on the way out (odd steps). Beyond it counting dominates and the copy gains little ('toggle of a common actor').
 */
export const SNAPSHOT_SHARE = 1 / 8

// --- aggregate/

/**
 * Rows handed to a counter at a time: 64 kB of row numbers, so that the rows and what they touch stay in the cache
 * while one counter after another reads them. Shown by 'jump of the range' and 'toggle of a type'.
 */
export const CHUNK_ROWS = 1 << 14

/**
 * Rows of a block are 2 to this power (1,024): the list skips blocks by their counts. Smaller blocks take more room and
 * more steps to skip, larger ones more rows to look at for a page. Shown by the list page of every step.
 */
export const ROW_BLOCK_SHIFT = 10

/**
 * Slots of one degree of longitude each, in which the extent looks for the outermost results. A gap between results that
 * lie in one slot is not seen, so fewer slots could miss the widest gap; more slots are more to visit at each answer.
 * Part of every step.
 */
export const EXTENT_SLOTS = 360

/**
 * Time bins of one histogram at most: more than any screen has pixels. Bounds memory (bins x event types x 8 bytes, and seven copies: one for each type and the snapshot) and
 * the time of one row that touches every bin.
 */
export const MOST_TIME_BINS = 4_000

// --- cells/

/**
 * Adding a row to the coordinate sums of its grid bin takes as long as summing this many positions anew; decides
 * between the two. Shown by 'brush step' (few rows come and go) and 'jump of the range' (many).
 */
export const COORDINATE_COST = 3

/** Cells of one map at most, in points and heat mode: beyond, grid bins are joined, as no screen tells them apart. */
export const MOST_CELLS = 4_000

/**
 * Grid bins of one map at most: beyond, bins are made twice as wide. Bounds the time to draw an answer whatever the
 * zoom and the data. Shown by 'pan to new cells' and 'zoom to new cells'.
 */
export const MOST_GRID_BINS = 4 * MOST_CELLS

/**
 * The binned area is the screen widened to whole blocks of this many pixels: panning within a block keeps the grid
 * ('pan to new cells'), at the price of cells that are drawn beyond the edge of the screen.
 */
export const AREA_BLOCK_PIXELS = 512

// --- listPages.ts

/**
 * The list by deaths sorts the passing rows where they are fewer than this share of all; above, it walks the order of
 * all rows, sorted once. Shown by no benchmark step (their list is by date): the two meet where n log n comparisons
 * take as long as reading the mask of every row.
 */
export const SPARSE_SHARE = 1 / 32

// --- search/

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
