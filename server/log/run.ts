/** Runs a statement inside the transaction of the writer. */
export type Run = (text: string, values: readonly unknown[]) => Promise<unknown>;
