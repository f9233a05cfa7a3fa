/** Header by which the pages of this very process tell the API that they ask, with the mark that the server drew. */
export const OWN_HEADER = 'x-thuoc-do-own';
