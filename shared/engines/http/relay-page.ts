/**
 * Sent by calls of the web app: no other page can send it, because a browser would ask the relay first, which does
 * not allow it. Says of a browser without `Sec-Fetch-Site` (Safari before 16.4) what its GETs say by nothing else.
 */
export const pageHeader = 'Restyle-Page';
