import type { ErrorCode } from '../../lib/wire/errors.ts';

/** A request that is refused as a whole, for a reason the contract names. */
export class Refused extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}
