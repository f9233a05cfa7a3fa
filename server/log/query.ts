/** Asks the database: one statement with its values. */
export type Query = (text: string, values: readonly unknown[]) => Promise<Record<string, unknown>[]>;
