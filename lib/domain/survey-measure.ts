/** What a survey's value is: the share of the satisfied, or an index of its own making such as SIPAS. */
export const SURVEY_MEASURES = ['share', 'index'] as const;
