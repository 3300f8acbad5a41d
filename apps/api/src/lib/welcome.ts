import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@health-connect/contract/demo';

/** The one line that a newcomer needs: where, and as whom to sign in. */
export function welcome(url: string, port: number, demo: boolean): string {
  const people = DEMO_ACCOUNTS.map(({ email, role }) => `${email} (${role})`).join(' or ');
  // Behind a proxy, or the page's own server while developing, people type another address than ours.
  const listens = Number(new URL(url).port) === port ? '' : ` (the API listens on port ${port})`;
  const accounts = demo ? `  Sign in as ${people}, password ${DEMO_PASSWORD}` : '';
  return `\nHealth-Connect is ready: ${url}${listens}${accounts}\n`;
}
