import type { SuggestionKind } from '../suggestion/kind.ts';

type Texts = readonly [string, ...string[]];

/** What people write into an invented book, by what it is sorted as. Nobody is named. */
export const BOOK_TEXTS: Record<SuggestionKind, Texts> = {
  suggestion: [
    'Đề nghị kê thêm ghế ở chỗ chờ, buổi sáng thứ Hai nhiều người phải đứng.',
    'Bảng niêm yết thủ tục treo cao quá, người già khó đọc.',
    'Xin thêm quạt ở khu chờ, trời nóng rất bí.',
    'Nên có người hướng dẫn quét mã nộp hồ sơ qua mạng ở cửa vào.',
    'Cán bộ quầy hôm nay hướng dẫn rất kỹ, xin cảm ơn.',
    'Loa gọi số nhỏ, ngồi phía sau không nghe được.',
    'Đề nghị mở thêm một buổi chiều thứ Bảy trong tháng.',
    'Chỗ để xe chật, mong có lối riêng cho xe lăn.',
    'Mong có bàn viết và kính lão cho người cao tuổi.',
    'Nước uống hay hết vào buổi chiều.',
    'Biểu mẫu nên có bản điền sẵn để xem.',
    'Nên nhắn tin khi hồ sơ xong để đỡ phải đi lại.',
  ],
  petition: [
    'Kiến nghị sửa đoạn vỉa hè trước trụ sở, mưa là đọng nước.',
    'Đề nghị xem lại việc yêu cầu bản sao giấy tờ đã có trên cơ sở dữ liệu.',
    'Kiến nghị niêm yết rõ khoản phí, lệ phí của từng thủ tục.',
  ],
  complaint: ['Khiếu nại việc hồ sơ bị trả lại hai lần với hai lý do khác nhau.'],
  denunciation: ['Nội dung cần người có thẩm quyền cấp trên xem xét.'],
  about_head: ['Góp ý về cách tiếp dân của người phụ trách, xin gửi cấp trên.'],
};
