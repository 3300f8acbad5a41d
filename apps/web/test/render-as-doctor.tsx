import type { DoctorAccount } from '@health-connect/contract/accounts';
import type { ReactNode } from 'react';
import { buildDoctor } from './people.js';
import { renderAs } from './render-as.js';

interface AsDoctor extends NonNullable<Parameters<typeof renderAs>[2]> {
  account?: Partial<DoctorAccount>;
}

/** Renders a page as a signed-in doctor sees it. The test file mocks lib/socket.js with fake-socket. */
export const renderAsDoctor = (page: ReactNode, { account, ...rest }: AsDoctor = {}) =>
  renderAs(buildDoctor(account), page, { guarded: true, ...rest });
