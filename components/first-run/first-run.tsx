'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Me } from '../../lib/wire/access/account.ts';
import { TextLink } from '../account/text-link.tsx';
import { useLink } from '../account/use-link.ts';
import { useLinkToken } from '../account/use-link-token.ts';
import { RefusalText } from '../forms/refusal-text.tsx';
import { type Refusal, sendJson } from '../forms/send-json.ts';
import { isSignedOut } from '../forms/sign-in-again.ts';
import { Notice } from '../ui/notice.tsx';
import { AdminStep } from './admin-step.tsx';
import { Installation } from './installation.tsx';
import { StepFrame } from './step-frame.tsx';

type Who =
  | { kind: 'asking' }
  | { kind: 'nobody' }
  | { kind: 'person'; me: Me }
  | { kind: 'failed'; refusal: Refusal };

/** From an empty installation to the first live figure. Where it stands is what the server says, not what this page did. */
export function FirstRun() {
  const language = useLocale();
  const router = useRouter();
  const token = useLinkToken();
  const [who, setWho] = useState<Who>({ kind: 'asking' });
  const [times, setTimes] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` is the wish to ask again
  useEffect(() => {
    const left = new AbortController();
    void sendJson<Me>('GET', '/me', undefined, { language, signal: left.signal }).then((sent) => {
      if (left.signal.aborted) return;
      if (sent.ok) setWho({ kind: 'person', me: sent.value });
      else setWho(isSignedOut(sent.refusal) ? { kind: 'nobody' } : { kind: 'failed', refusal: sent.refusal });
    });
    return () => left.abort();
  }, [language, times]);

  const t = useTranslations('start');
  const made = (): void => {
    setTimes(times + 1);
    // The header says who that is.
    router.refresh();
  };
  if (who.kind === 'asking') return <StepFrame doing={null} />;
  if (who.kind === 'failed') {
    return (
      <StepFrame doing={null}>
        <Notice tone="silent" title={<RefusalText refusal={who.refusal} />} reason="" />
      </StepFrame>
    );
  }
  if (who.kind === 'nobody') return <ByLink token={token} onMade={made} />;
  // Only who holds everything can define a first city.
  if (!who.me.roles.some(({ role, area }) => role === 'admin' && area === null)) {
    return (
      <StepFrame doing={null}>
        <Notice
          tone="attention"
          title={t('deniedTitle')}
          reason={t('deniedReason')}
          action={<TextLink href="/">{t('toOverview')}</TextLink>}
        />
      </StepFrame>
    );
  }
  return <Installation />;
}

function ByLink({ token, onMade }: { token: string | null | undefined; onMade: () => void }) {
  const t = useTranslations('start');
  const [looked] = useLink(token);
  if (looked.kind === 'looking') return <StepFrame doing="admin" />;
  if (looked.kind === 'found' && looked.link.kind === 'first_run') {
    return (
      <StepFrame doing="admin">
        <AdminStep token={looked.token} expiresAt={looked.link.expiresAt} onMade={onMade} />
      </StepFrame>
    );
  }
  return (
    <StepFrame doing="admin">
      {looked.kind === 'refused' && looked.refusal.code !== 'bad_link' ? (
        <Notice tone="silent" title={<RefusalText refusal={looked.refusal} />} reason="" />
      ) : (
        <Notice
          tone="attention"
          title={t('badTitle')}
          reason={t('badReason')}
          action={
            <>
              <p>{t('badAction')}</p>
              <p className="mt-3">
                <TextLink href="/login?to=/start">{t('signIn')}</TextLink>
              </p>
            </>
          }
        />
      )}
    </StepFrame>
  );
}
