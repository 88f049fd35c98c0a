import type { ErrorCode } from '#shared/errors/codes.ts';

/** Besides these, names that begin with `CERT_` or `ERR_TLS_CERT`. */
const certificateCodes: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'HOSTNAME_MISMATCH',
  // Something without any encryption answers where there should be some.
  'ERR_SSL_WRONG_VERSION_NUMBER',
]);

export type ConnectionFault = { code: ErrorCode; detail: string };

/**
 * Why a connection came to nothing, where the platform says it: a certificate that is not trusted
 * (https://nodejs.org/api/tls.html#x509-certificate-error-codes), or a proxy that wants a sign-in before
 * it opens a tunnel. Both end before a byte of the request reaches the server. Only Node says so:
 * browsers tell scripts of these, and of a server that is off, in one and the same sentence.
 * `null` where nothing is said.
 */
export function connectionFault(error: unknown): ConnectionFault | null {
  for (let cause = error; typeof cause === 'object' && cause !== null; ) {
    const { code, message, cause: deeper } = cause as { code?: unknown; message?: unknown; cause?: unknown };
    if (typeof code === 'string' && isCertificateCode(code)) {
      return { code: 'untrusted-connection', detail: code };
    }
    if (/^Proxy response \(407\)/.test(String(message))) {
      return { code: 'network-sign-in', detail: String(message) };
    }
    cause = deeper;
  }
  return null;
}

function isCertificateCode(code: string): boolean {
  return certificateCodes.has(code) || code.startsWith('CERT_') || code.startsWith('ERR_TLS_CERT');
}
