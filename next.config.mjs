/** Sent with every page. A fuller content policy needs a nonce per answer, so it belongs to the server. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Content-Security-Policy', value: "frame-ancestors 'self'" },
  { key: 'Referrer-Policy', value: 'same-origin' },
];

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Both names of this machine reach the development server.
  allowedDevOrigins: ['127.0.0.1'],
  compress: true,
  // Without a root Next takes the nearest lock file above, which may belong to something else.
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: {
      // Texts reach the browser parsed (lib/i18n/load-messages.ts), so the parser of messages stays at home.
      'use-intl/format-message': 'use-intl/format-message/format-only',
      ...Object.fromEntries(
        unusedTransports.map((request) => [request, './components/live/no-transport.ts']),
      ),
    },
  },
  outputFileTracingRoot: import.meta.dirname,
  // `npm run check` checks types once for pages, server and tests together.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
};
