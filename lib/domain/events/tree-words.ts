// Apart from the schemas that use them: forms offer these words, and no schema comes to the browser with them, where
// making one tries to evaluate text, which the content policy forbids.

export const KINDS = ['city', 'district', 'ward', 'centre'] as const;
export const QUEUES = ['machine', 'paper', 'none'] as const;
export const METRICS = ['satisfied', 'onTime', 'within'] as const;
