import { pageQuery } from '../../lib/wire/reads-query.ts';
import { freezeReportRequest, reportFileQuery, reportQuery } from '../../lib/wire/report-query.ts';
import { DOCX_TYPE } from '../letters/docx-type.ts';
import { XLSX_TYPE } from '../xlsx/workbook.ts';
import { pathsOf } from './openapi-operations.ts';

const PATH = '/api/v1/areas/:code/report';

const reading = () =>
  pathsOf(
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
        answers: 'application/pdf',
      },
      {
        method: 'GET',
        path: `${PATH}.docx`,
        id: 'writeReport',
        summary: 'The same as a text to go on with (DOCX)',
        input: reportFileQuery,
        answers: DOCX_TYPE,
      },
      {
        method: 'GET',
        path: `${PATH}.xlsx`,
        id: 'tabulateReport',
        summary: 'The same as a workbook (XLSX)',
        input: reportFileQuery,
        answers: XLSX_TYPE,
      },
      {
        method: 'GET',
        path: `${PATH}s`,
        id: 'readFrozenReports',
        summary: 'Cut-offs of an area, the newest period first',
        input: pageQuery,
      },
    ],
  );

const freezing = () =>
  pathsOf(
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
  );

/** Reports, in the document: cut-offs are read and made at one address. */
export function reportPaths() {
  const paths = reading();
  for (const [path, operations] of Object.entries(freezing()))
    paths[path] = { ...paths[path], ...operations };
  return paths;
}
