import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './errors.ts';
import { readProxies } from './http/address-of.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const url = (protocols: readonly string[]) => (text: string) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

/** What stands in examples and templates: everybody knows it. */
const EXAMPLE =
  /better-auth-secret|change[-_ ]?(me|it|this)|example|placeholder|your[-_ ]?secret|my[-_ ]?secret|super[-_ ]?secret|secret[-_ ]?key|password|123456789|abcdefghij|qwertyuiop|0123456789/i;
const FEWEST_CHARACTERS = 12;

const isGuessable = (text: string): boolean => EXAMPLE.test(text) || new Set(text).size < FEWEST_CHARACTERS;

// Each message is the rule, in Vietnamese and in English: the person who starts the server reads it.
/** Times of the day in Vietnam. */
const times = (usual: string) =>
  z
    .string()
    .default(usual)
    .refine(
      (text) => text === 'off' || /^([01]?\d|2[0-3]):[0-5]\d(,([01]?\d|2[0-3]):[0-5]\d)*$/.test(text),
      'phải là các giờ dạng 7:15,11:30 hoặc off · must be times such as 7:15,11:30, or off',
    )
    .transform((text) => (text === 'off' ? [] : text.split(',')));

const schema = z.object({
  PORT: z
    .string()
    .default('3000')
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
      'phải là số nguyên từ 0 đến 65535 · must be a whole number from 0 to 65535',
    )
    .transform(Number),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine(
      (text) => /^[A-Za-z0-9.:_-]+$/.test(text),
      'phải là tên máy hoặc địa chỉ IP · must be a host name or an IP address',
    ),
  DATA_DIR: z
    .string()
    .default('.data')
    .refine((text) => !text.includes('\0'), 'phải là đường dẫn thư mục · must be the path of a folder')
    .transform((text) => resolve(text)),
  DATABASE_URL: z
    .string()
    .refine(
      url(['postgres:', 'postgresql:']),
      'phải có dạng postgresql://… · must be a URL that starts with postgresql://',
    )
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine(
      url(['http:', 'https:']),
      'phải có dạng https://… · must be a URL that starts with http:// or https://',
    )
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text, context) => {
      const proxies = readProxies(text);
      if (proxies) return proxies;
      context.addIssue(
        'phải là các địa chỉ IP hoặc mạng (10.0.0.0/8), cách nhau bằng dấu phẩy · must be IP addresses or networks (10.0.0.0/8), separated by commas',
      );
      return z.NEVER;
    })
    .optional(),
  AUTH_SECRET: z
    .string()
    .refine(
      (text) => Buffer.byteLength(text) >= 32,
      'phải có ít nhất 32 byte · must have 32 bytes or more; openssl rand -base64 48',
    )
    .refine(
      (text) => !isGuessable(text),
      'là giá trị ví dụ hoặc dễ đoán · is an example or easy to guess; openssl rand -base64 48',
    )
    .optional(),
  SMTP_URL: z
    .string()
    .refine(
      url(['smtp:', 'smtps:']),
      'phải có dạng smtps://người:mật-khẩu@máy-chủ · must be a URL that starts with smtp:// or smtps://',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(
      (text) => /^[^\r\n<>]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(text),
      'phải là địa chỉ thư · must be an e-mail address',
    )
    .optional(),
  WEBHOOKS_PRIVATE: z.enum(['allow'], 'chỉ nhận giá trị allow · takes the value allow only').optional(),
  BRIEF_TIMES: times('7:15,11:30,16:45'),
  /** When the reports of a day go out by mail. */
  REPORT_TIME: times('17:15'),
  LOG_LEVEL: z
    .string()
    .default('info')
    .pipe(z.enum(logLevels, `phải là một trong các mức · must be one of: ${logLevels.join(', ')}`)),
});

export type Env = z.infer<typeof schema>;

/** The settings of this installation, checked once. Throws `bad_env` naming every bad variable and its rule. */
export function readEnv(source: Record<string, string | undefined>): Env {
  // Compose files write "NAME=" for a variable that is not set.
  const given = Object.fromEntries(Object.entries(source).filter(([, text]) => text !== ''));
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  // Values are not repeated: DATABASE_URL holds a password.
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new AppError(
    'bad_env',
    `Biến môi trường không hợp lệ · Bad environment variable\n${faults.join('\n')}`,
  );
}
