import type { BrowserContext } from '@playwright/test';

/** Everything that a page of this browser tries against its content policy, from now on; it fills while pages run. */
export async function policyViolations(context: BrowserContext): Promise<readonly string[]> {
  const found: string[] = [];
  await context.exposeBinding('tellViolation', (_source, text: string) => void found.push(text));
  // Runs before anything of the page itself.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, documentURI, sourceFile, lineNumber, sample } = event;
      Reflect.get(
        window,
        'tellViolation',
      )(`${effectiveDirective} ${blockedURI} on ${documentURI} by ${sourceFile}:${lineNumber} ${sample}`);
    });
  });
  return found;
}
