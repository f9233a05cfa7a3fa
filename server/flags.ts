import { parseArgs } from 'node:util';
import { AppError, errorText } from './errors.ts';

export type Flags = { dev: boolean; demo: boolean; pages: boolean; help: boolean };

export const HELP = `
  Thước Đo: bảng theo dõi trực tiếp bộ phận Một cửa · the live board of one-stop counters

    --demo       thành phố mô phỏng với một ngày đang diễn ra · an invented city with a day going on
    --dev        trang ở chế độ phát triển · pages in development mode
    --no-pages   chỉ API và socket, không có trang · API and sockets only, no pages
    --help       lời này · this text

  Biến môi trường · Environment: PORT (3000), HOST (127.0.0.1), DATA_DIR (.data), DATABASE_URL, PUBLIC_URL, LOG_LEVEL
`;

/** What the server was started with. Throws `bad_flag` naming the one it does not know. */
export function readFlags(args: readonly string[]): Flags {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        dev: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        'no-pages': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
    return { dev: values.dev, demo: values.demo, pages: !values['no-pages'], help: values.help };
  } catch (error) {
    throw new AppError('bad_flag', `Tham số không hợp lệ · Bad flag: ${errorText(error)}\n${HELP}`, error);
  }
}
