/**
 * Every error the API can answer with, whole requests and items of a batch alike: stable code → HTTP status and title
 * in both languages. An item's own status is never sent; its batch answers 207.
 */
export const ERRORS = {
  // The request as a whole.
  bad_json: { status: 400, vi: 'Nội dung không phải là JSON', en: 'The body is not JSON' },
  bad_shape: {
    status: 400,
    vi: 'Nội dung không có dạng đã quy ước',
    en: 'The body is not of the agreed shape',
  },
  bad_path: { status: 400, vi: 'Địa chỉ không hợp lệ', en: 'The path is not valid' },
  bad_header: { status: 400, vi: 'Phần đầu của yêu cầu không hợp lệ', en: 'A header is not valid' },
  too_many_headers: {
    status: 431,
    vi: 'Yêu cầu có quá nhiều dòng đầu',
    en: 'The request has too many headers',
  },
  bad_parameter: { status: 400, vi: 'Tham số không hợp lệ', en: 'A parameter is not valid' },
  bad_input: { status: 422, vi: 'Có ô chưa đúng', en: 'Some fields are not right' },
  no_key: { status: 401, vi: 'Cần khóa hoặc đăng nhập', en: 'A key or a session is needed' },
  bad_key: { status: 401, vi: 'Khóa không đúng', en: 'The key is not valid' },
  revoked_key: { status: 401, vi: 'Khóa đã bị thu hồi', en: 'The key was revoked' },
  no_session: {
    status: 401,
    vi: 'Phiên đã hết, hãy đăng nhập lại',
    en: 'The session has ended, sign in again',
  },
  bad_sign_in: {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng',
    en: 'The user name or the password is not right',
  },
  bad_second_factor: { status: 401, vi: 'Mã xác thực không đúng', en: 'The code is not right' },
  too_many_tries: {
    status: 429,
    vi: 'Thử quá nhiều lần, hãy chờ một lát',
    en: 'Too many tries, please wait a while',
  },
  bad_link: {
    status: 410,
    vi: 'Liên kết không đúng, đã dùng hoặc đã hết hạn',
    en: 'The link is not right, was used or has expired',
  },
  bad_wall: {
    status: 410,
    vi: 'Mã màn hình không đúng hoặc đã bị thu hồi',
    en: 'The token of the display is not right or was revoked',
  },
  pairing_over: {
    status: 410,
    vi: 'Mã ghép đã hết hạn',
    en: 'The code of pairing has expired',
  },
  counter_busy: {
    status: 409,
    vi: 'Quầy còn một số chưa kết thúc',
    en: 'A number is still at this counter',
  },
  counter_not_open: { status: 409, vi: 'Quầy chưa mở', en: 'The counter is not open' },
  not_at_counter: {
    status: 409,
    vi: 'Số này không còn ở quầy',
    en: 'This number is no longer at the counter',
  },
  office_closed: {
    status: 409,
    vi: 'Hôm nay đã hết giờ lấy số',
    en: 'No more numbers are given out today',
  },
  issuing_stopped: {
    status: 409,
    vi: 'Lĩnh vực này đang tạm dừng lấy số',
    en: 'No numbers are given out for this service now',
  },
  unknown_service: { status: 409, vi: 'Không có lĩnh vực này', en: 'There is no such service' },
  cross_origin: { status: 403, vi: 'Yêu cầu đến từ trang khác', en: 'The request comes from another site' },
  forbidden: { status: 403, vi: 'Không có quyền', en: 'Not allowed' },
  unknown_area: { status: 404, vi: 'Không có khu vực này', en: 'There is no such area' },
  unknown_then: {
    status: 404,
    vi: 'Khi đó chưa có khu vực này',
    en: 'The area was not known at that moment',
  },
  not_found: { status: 404, vi: 'Không tìm thấy', en: 'Not found' },
  no_pdf_of_own_template: {
    status: 409,
    vi: 'Cơ quan dùng mẫu riêng: hãy tải bản Word rồi xuất PDF từ đó',
    en: 'The office has its own template: take the Word file and export the PDF from it',
  },
  bad_template: {
    status: 409,
    vi: 'Mẫu văn bản riêng của cơ quan bị lỗi, hãy báo người vận hành máy chủ',
    en: 'The office’s own template is faulty, please tell whoever runs the server',
  },
  method_not_allowed: { status: 405, vi: 'Không nhận cách gọi này', en: 'This method is not accepted' },
  body_too_large: { status: 413, vi: 'Nội dung gửi lên quá lớn', en: 'The body is too large' },
  too_many_items: { status: 413, vi: 'Quá 1.000 mục trong một lần gửi', en: 'More than 1,000 items at once' },
  unsupported_media_type: {
    status: 415,
    vi: 'Kiểu nội dung không được nhận',
    en: 'This content type is not accepted',
  },
  rate_limited: { status: 429, vi: 'Gửi quá nhanh, hãy chờ', en: 'Too fast, please wait' },
  too_much_at_once: {
    status: 503,
    vi: 'Đang có nhiều báo cáo, tệp hoặc lần xem lại được lập, hãy thử lại sau ít giây',
    en: 'Many reports, files or past moments are being made, try again in a few seconds',
  },
  internal: { status: 500, vi: 'Lỗi của máy chủ', en: 'An error of the server' },
  not_recording: {
    status: 503,
    vi: 'Tạm thời không ghi được số liệu, hãy gửi lại sau',
    en: 'Nothing can be recorded right now, send again later',
  },
  not_ready: { status: 503, vi: 'Máy chủ chưa sẵn sàng', en: 'The server is not ready' },
  // One item: its text and shape.
  missing_field: { status: 422, vi: 'Thiếu trường bắt buộc', en: 'A required field is missing' },
  wrong_type: { status: 422, vi: 'Trường sai kiểu', en: 'A field has the wrong type' },
  bad_value: { status: 422, vi: 'Giá trị không hợp lệ', en: 'A value is not valid' },
  unknown_field: { status: 422, vi: 'Trường không có trong quy ước', en: 'A field is not known' },
  nul_character: { status: 422, vi: 'Văn bản có ký tự U+0000', en: 'A text holds the character U+0000' },
  lone_surrogate: {
    status: 422,
    vi: 'Văn bản có nửa ký tự Unicode',
    en: 'A text holds half of a Unicode character',
  },
  not_nfc: {
    status: 422,
    vi: 'Mã phải ở dạng Unicode dựng sẵn (NFC)',
    en: 'A code must be in Unicode form NFC',
  },
  date_out_of_range: {
    status: 422,
    vi: 'Ngày của hồ sơ phải trong các năm 1990–2089',
    en: 'Dates of dossiers lie in the years 1990–2089',
  },
  bad_photo: {
    status: 422,
    vi: 'Ảnh không mở được; chỉ nhận JPEG, PNG, WebP',
    en: 'The photo cannot be opened; JPEG, PNG and WebP are accepted',
  },
  unknown_type: { status: 422, vi: 'Loại sự kiện không có', en: 'There is no such event type' },
  server_only_type: {
    status: 422,
    vi: 'Chỉ máy chủ được ghi loại này',
    en: 'Only the server writes this type',
  },
  // One item: what the log says to it.
  unknown_unit: {
    status: 422,
    vi: 'Không có đơn vị này trong phạm vi của khóa',
    en: 'There is no such unit in the area of this key',
  },
  clock_ahead: {
    status: 422,
    vi: 'Thời điểm vượt trước máy chủ quá 5 phút',
    en: 'The time is more than 5 minutes ahead of the server',
  },
  too_old: { status: 422, vi: 'Sự kiện quá cũ', en: 'The event is too old' },
  id_conflict: {
    status: 409,
    vi: 'Mã này đã gửi với nội dung khác',
    en: 'This id was sent before with other content',
  },
  not_storable: {
    status: 422,
    vi: 'Sự kiện này không lưu được',
    en: 'This event could not be stored',
  },
  type_not_allowed: {
    status: 403,
    vi: 'Khóa không được gửi loại này',
    en: 'This key may not send this type',
  },
  source_not_allowed: {
    status: 403,
    vi: 'Khóa không được dùng nguồn này',
    en: 'This key may not use this source',
  },
  source_taken: {
    status: 409,
    vi: 'Nguồn này thuộc khu vực khác',
    en: 'This source belongs to another area',
  },
} as const satisfies Record<string, { status: number; vi: string; en: string }>;

export type ErrorCode = keyof typeof ERRORS;

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);

/** A field that breaks a rule: where it stands (RFC 6901), and the rule's stable name. */
export type Fault = { pointer: string; rule: string };

/** RFC 9457 problem details. `parameter` names a query parameter, `pointer` a place in the body (RFC 6901). */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail?: string;
  pointer?: string;
  parameter?: string;
  faults?: Fault[];
};

/** The problem of a code, its title in the reader's language. */
export function problemOf(
  code: ErrorCode,
  language: 'vi' | 'en',
  more: Pick<Problem, 'detail' | 'pointer' | 'parameter' | 'faults'> = {},
): Problem {
  const { status, [language]: title } = ERRORS[code];
  return { type: `urn:thuoc-do:error:${code}`, title, status, code, ...more };
}
