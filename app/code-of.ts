import { pathPart } from './path-part.ts';

/** The area's code as its source wrote it. */
export const codeOf = async (params: Promise<{ code: string }>): Promise<string> =>
  pathPart((await params).code);
