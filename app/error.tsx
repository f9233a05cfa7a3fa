'use client';
import { Crash } from '../components/shell/crash.tsx';

/** Shown in place of a page that threw while it was drawn. */
export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return <Crash digest={error.digest ?? '—'} onRetry={retry} />;
}
