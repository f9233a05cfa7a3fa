/** What engine.io-client asks for, in its own words, to speak anything but WebSocket; only live-link.ts uses it. */
const unusedTransports = [
  './polling-xhr.node.js',
  './webtransport.js',
  './transports/polling-xhr.js',
  './transports/polling-xhr.node.js',
  './transports/webtransport.js',
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
      'victory-vendor/d3-scale': './components/charts/scales.ts',
      ...Object.fromEntries(
        unusedTransports.map((request) => [request, './components/live/no-transport.ts']),
      ),
    },
  },
  // Fewer, larger scripts: each costs half a kilobyte of headers, and one page's scripts are rarely another's.
  experimental: { turbopackChunking: { minChunkSize: 200_000 } },
  outputFileTracingRoot: import.meta.dirname,
  // `npm run check` checks types once for pages, server and tests together.
  typescript: { ignoreBuildErrors: true },
};
