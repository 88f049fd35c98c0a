/** Where the page came from: also of a sandboxed document, which is of no origin but was sent from one. */
export const pageOrigin = origin === 'null' ? location.origin : origin;
