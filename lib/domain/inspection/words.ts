/** Who inspects: the city's team, a district's, a department's, the unit itself, several together. */
export const INSPECTION_LEVELS = ['city', 'district', 'department', 'ward', 'joint'] as const;
export type InspectionLevel = (typeof INSPECTION_LEVELS)[number];

export const INSPECTION_KINDS = ['planned', 'surprise'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** How much a finding weighs, in the words of Nghị định 172/2025/NĐ-CP on consequences. */
export const SEVERITIES = ['minor', 'serious', 'severe'] as const;
export type Severity = (typeof SEVERITIES)[number];
