import { noQuery } from '../../lib/wire/reads-query.ts';
import { freezeReportRequest, reportFileQuery, reportQuery } from '../../lib/wire/report-query.ts';
import { pathsOf } from './openapi-operations.ts';

const PATH = '/api/v1/areas/:code/report';

/** Reports, in the document. */
export const reportPaths = () => ({
  ...pathsOf(
    'Reading',
    [{ key: [] }, { session: [] }],
    [
      {
        method: 'GET',
        path: PATH,
        id: 'readReport',
        summary: 'The figures of a report, running or frozen',
        input: reportQuery,
      },
      {
        method: 'GET',
        path: `${PATH}.pdf`,
        id: 'printReport',
        summary: 'The same as an official paper (PDF)',
        input: reportFileQuery,
      },
      {
        method: 'GET',
        path: `${PATH}.xlsx`,
        id: 'tabulateReport',
        summary: 'The same as a workbook (XLSX)',
        input: reportFileQuery,
      },
      {
        method: 'GET',
        path: `${PATH}s`,
        id: 'readFrozenReports',
        summary: 'Cut-offs of an area, the newest period first',
        input: noQuery,
      },
    ],
  ),
  ...pathsOf(
    'Reports',
    [{ session: [] }],
    [
      {
        method: 'POST',
        path: `${PATH}s`,
        id: 'freezeReport',
        summary: 'Freezes the figures of a period that is over',
        input: freezeReportRequest,
      },
    ],
  ),
});
