import { expect, test } from 'vitest';
import { standardFiles } from '../../server/letters/letter-files.ts';
import { LATE, letterOf } from '../support/letter-sample.ts';
import { charactersOf, pdfPages } from '../support/letter-text.ts';
import { NO_OFFICE_SUITE, printedByOfficeSuite } from '../support/office-suite.ts';

// Among the dear tests: LibreOffice takes seconds to open anything.
test.skipIf(NO_OFFICE_SUITE)(
  `AL9: LibreOffice opens the Word file and prints the page that our own PDF is${NO_OFFICE_SUITE ? ` (skipped: ${NO_OFFICE_SUITE})` : ''}`,
  { timeout: 120_000 },
  async () => {
    for (const state of ['with_handler', 'settled_late']) {
      const { docx, pdf } = await standardFiles(letterOf({ ...LATE, state }), new Date(0));
      const [printed, own] = [await pdfPages(await printedByOfficeSuite(docx)), await pdfPages(pdf)];
      expect(printed).toHaveLength(own.length);
      expect(charactersOf(printed)).toEqual(charactersOf(own));
    }
  },
);
