/** What somebody types of a letter about a late dossier: everything but what is known of it. */
export const lateDraft = (dossier: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  kind: 'late',
  dossier,
  procedure: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
  body: { parent: null, name: 'Ủy ban nhân dân phường An Hòa', place: 'An Hòa' },
  symbol: 'UBND-PVHCC',
  recipient: { kind: 'citizen', honorific: 'ba', name: 'Nguyễn Thị Hạnh', address: 'số 12, đường Hoa Sữa' },
  signatory: { onBehalf: [{ as: 'KT', of: 'Chủ tịch' }], title: 'Phó Chủ tịch', name: 'Trần Quốc Việt' },
  cause: 'coordination',
  causeNote: 'chưa nhận được ý kiến của cơ quan quản lý quy hoạch.',
  newPromise: { day: '2026-11-25', time: '16:30' },
  ...more,
});

/** A PDF as a scanner makes it, and one that carries a digital signature. */
export const SCANNED = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n');
export const SIGNED_DIGITALLY = Buffer.from(
  '%PDF-1.7\n1 0 obj<</Type/Sig/SubFilter/adbe.pkcs7.detached/ByteRange[0 1 2 3]>>endobj\n%%EOF\n',
);

/** What somebody types when a letter has been signed. */
export const signing = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  documentNo: '05/UBND-PVHCC',
  documentDate: '2026-11-23',
  signatory: { name: 'Trần Quốc Việt', title: 'Phó Chủ tịch' },
  signatureKind: 'paper',
  file: SCANNED.toString('base64'),
  ...more,
});
