import type { z } from 'zod';
import { type SourceType, sourceEvents } from '../../lib/domain/events/registry.ts';

type Examples = { [T in SourceType]: z.input<(typeof sourceEvents)[T]> };

/** One example of the data of every type; the tests send them all. */
const DATA: Examples = {
  'counter.opened': { counter: '3', officer: 'cb-07', services: ['ho-tich', 'chung-thuc'] },
  'counter.paused': { counter: '3' },
  'counter.closed': { counter: '3' },
  'ticket.issued': {
    ticket: '2026-11-23-A042',
    number: 'A042',
    service: 'ho-tich',
    purpose: 'submit',
    channel: 'kiosk',
  },
  'ticket.arrived': { ticket: '2026-11-23-A042' },
  'ticket.called': { ticket: '2026-11-23-A042', counter: '3', officer: 'cb-07' },
  'ticket.started': { ticket: '2026-11-23-A042', counter: '3' },
  'ticket.held': { ticket: '2026-11-23-A042', reason: 'chờ bản sao' },
  'ticket.resumed': { ticket: '2026-11-23-A042' },
  'ticket.transferred': { ticket: '2026-11-23-A042', toService: 'chung-thuc' },
  'ticket.finished': { ticket: '2026-11-23-A042', counter: '3', outcome: 'received' },
  'ticket.no_show': { ticket: '2026-11-23-A042' },
  'ticket.left': { ticket: '2026-11-23-A042' },
  'issuing.stopped': { service: 'ho-tich', reason: 'hết lượt trong ngày' },
  'issuing.resumed': { service: 'ho-tich' },
  'gauge.reported': { service: 'ho-tich', waiting: 12, openCounters: 2, currentNumber: 'A042' },
  'rating.given': {
    rating: 'pad3-001873',
    level: 'very_satisfied',
    ticket: '2026-11-23-A042',
    counter: '3',
    channel: 'pad',
  },
  'dossier.submitted': { dossier: 'AP.2026.11.0731', procedure: '1.001193', channel: 'online_full' },
  'dossier.received': {
    dossier: 'AP.2026.11.0731',
    procedure: '1.001193',
    channel: 'online_full',
    dueAt: '2026-11-26T17:00:00+07:00',
    handler: 'phong-tu-phap',
    stage: 'tham-dinh',
    stageDueAt: '2026-11-25',
  },
  'dossier.moved': { dossier: 'AP.2026.11.0731', toHandler: 'lanh-dao', stage: 'ky' },
  'dossier.supplement_asked': { dossier: 'AP.2026.11.0731', what: 'Bản sao giấy chứng sinh' },
  'dossier.supplement_supplied': { dossier: 'AP.2026.11.0731' },
  'dossier.extended': { dossier: 'AP.2026.11.0731', dueAt: '2026-11-30', cause: 'coordination' },
  'dossier.settled': { dossier: 'AP.2026.11.0731', result: 'done' },
  'dossier.delivered': { dossier: 'AP.2026.11.0731', channel: 'counter' },
  'apology.drafted': {
    apology: 'XL-0007',
    dossier: 'AP.2026.11.0731',
    cause: 'staff',
    newDueAt: '2026-11-30',
  },
  'apology.signed': {
    apology: 'XL-0007',
    documentNo: '12/TXL-UBND',
    documentDate: '2026-11-27',
    signedBy: 'Nguyễn Văn An',
    signatureKind: 'paper',
  },
  'apology.delivered': { apology: 'XL-0007', channel: 'counter' },
  'alert.acknowledged': { alert: 'longWait-mi3k2p1c' },
  'alert.noted': { alert: 'longWait-mi3k2p1c', note: 'Đã mở thêm quầy 4.' },
  'alert.closed': { alert: 'longWait-mi3k2p1c', note: 'Hàng chờ đã hết lúc 10:58.' },
  'suggestion.submitted': {
    suggestion: 'qr-000412',
    text: 'Đề nghị thêm ghế ngồi chờ.',
    channel: 'qr',
    contact: '0900 000 000',
  },
  'suggestion.sorted': { suggestion: 'qr-000412', kind: 'suggestion' },
  'suggestion.seen': {
    suggestion: 'qr-000412',
    by: { name: 'Trần Thị Bình', title: 'Chủ tịch UBND phường' },
  },
  'suggestion.instructed': {
    suggestion: 'qr-000412',
    by: { name: 'Trần Thị Bình', title: 'Chủ tịch UBND phường' },
    text: 'Bổ sung ghế cho khu chờ.',
    owner: 'Văn phòng UBND',
    dueAt: '2026-11-30',
  },
  'suggestion.answered': {
    suggestion: 'qr-000412',
    by: { name: 'Trần Thị Bình', title: 'Chủ tịch UBND phường' },
    text: 'Đã đặt thêm 12 ghế.',
  },
  'inspection.planned': {
    inspection: 'KT-0031',
    level: 'city',
    kind: 'planned',
    day: '2026-12-02',
    team: 'Đoàn kiểm tra công vụ Thành phố',
  },
  'inspection.opened': { inspection: 'KT-0032', level: 'city', kind: 'surprise' },
  'inspection.announced': { inspection: 'KT-0032' },
  'inspection.finding_added': {
    inspection: 'KT-0032',
    finding: '1',
    severity: 'minor',
    checklist: 'card',
    item: 'worn',
    text: 'Hai người ở quầy 3 và 4 chưa đeo thẻ.',
    dueAt: '2026-11-27',
  },
  'inspection.explained': { inspection: 'KT-0032', finding: '1', text: 'Thẻ đang được in lại.' },
  'inspection.remedied': { inspection: 'KT-0032', finding: '1' },
  'inspection.minutes_signed': {
    inspection: 'KT-0032',
    documentNo: '07/BB-KTCV',
    documentDate: '2026-11-24',
    signatories: [{ title: 'Trưởng đoàn' }, { title: 'Chủ tịch UBND phường' }],
  },
  'inspection.disciplined': { inspection: 'KT-0032', disciplineForm: 'reprimand', people: 1 },
  'inspection.closed': { inspection: 'KT-0032' },
  'explanation.added': { about: { dossier: 'AP.2026.11.0731' }, text: 'Chờ ý kiến của cơ quan thuế.' },
  'note.added': { from: '2026-11-23T09:10:00+07:00', to: '2026-11-23T09:40:00+07:00', text: 'Mất điện' },
};

export const SOURCE_TYPES = Object.keys(sourceEvents).filter((type): type is SourceType =>
  Object.hasOwn(DATA, type),
);

/** A whole event of a type as a program would send it. */
export const exampleOf = (type: SourceType) => ({
  specversion: '1.0',
  id: `${type}-000001`,
  source: '/queue/an-phu',
  type,
  subject: 'an-phu',
  time: '2026-11-23T09:41:07+07:00',
  data: DATA[type],
});
