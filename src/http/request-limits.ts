/** Limits of every request. */
export const bodyLimit = 1024 * 1024
export const longestUrl = 16_384
export const longestPathSegment = 2_000
export const longestIdempotencyKey = 255
/** Above this size, Node cuts the connection before the server can answer. */
export const maxHeaderSize = 64 * 1024

/** The limits in words, for the documents of both dialects. */
export const limitsInWords =
  `Limits of a request: ${bodyLimit / 1024} KiB of body, ${longestUrl} characters of URL, ${longestPathSegment} of one segment of its path, ` +
  `${maxHeaderSize / 1024} KiB of headers. How often a key may ask is in the RateLimit headers of each reply. All other limits stand at what they bound.`
